/// Codes by mail: six digits that prove a contact to be who it says.
@NullMarked
package dev.insyn.token.code;

import org.jspecify.annotations.NullMarked;
