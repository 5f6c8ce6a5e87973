/// Contacts sign in to their tenant's portal: by a mailed code, a remembered device or a passkey.
@NullMarked
package dev.insyn.token.portal;

import org.jspecify.annotations.NullMarked;
