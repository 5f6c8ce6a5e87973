@NullMarked
package dev.insyn.token.signin;

import org.jspecify.annotations.NullMarked;
