@NullMarked
package dev.insyn.token.oidc;

import org.jspecify.annotations.NullMarked;
