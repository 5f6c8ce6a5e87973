/// The users of a tenant: who they are, what they may do, in which language they are spoken to.
@NullMarked
package dev.insyn.token.user;

import org.jspecify.annotations.NullMarked;
