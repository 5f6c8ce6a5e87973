@NullMarked
package dev.insyn.token.user;

import org.jspecify.annotations.NullMarked;
