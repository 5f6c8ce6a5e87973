/// The keys that sign access tokens, and the tokens themselves.
@NullMarked
package dev.insyn.token.signing;

import org.jspecify.annotations.NullMarked;
