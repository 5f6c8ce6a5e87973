/// The console's screens about users: one's own account, and all users of the tenant.
@NullMarked
package dev.insyn.token.console;

import org.jspecify.annotations.NullMarked;
