/// The field catalogue: what a tenant stores about people, why, on what legal basis and for how long.
@NullMarked
package dev.insyn.contact.catalogue;

import org.jspecify.annotations.NullMarked;
