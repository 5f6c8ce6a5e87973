/// Signing in by an OpenID Connect provider.
@NullMarked
package dev.insyn.token.oidc;

import org.jspecify.annotations.NullMarked;
