@NullMarked
package dev.insyn.token.code;

import org.jspecify.annotations.NullMarked;
