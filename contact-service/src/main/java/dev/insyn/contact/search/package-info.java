/// Finding contacts by words that the database never sees.
@NullMarked
package dev.insyn.contact.search;

import org.jspecify.annotations.NullMarked;
