/// The way to contact-service, which may be away.
@NullMarked
package dev.insyn.page.contacts;

import org.jspecify.annotations.NullMarked;
