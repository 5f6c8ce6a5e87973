/// What a tenant stores about people, as contact-service tells it.
@NullMarked
package dev.insyn.page.catalogue;

import org.jspecify.annotations.NullMarked;
