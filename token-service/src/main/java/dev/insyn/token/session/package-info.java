/// Sessions that came from a link, and their renewal.
@NullMarked
package dev.insyn.token.session;

import org.jspecify.annotations.NullMarked;
