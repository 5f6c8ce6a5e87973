/// Whether a contact's sign-in to the portal goes on.
@NullMarked
package dev.insyn.page.session;

import org.jspecify.annotations.NullMarked;
