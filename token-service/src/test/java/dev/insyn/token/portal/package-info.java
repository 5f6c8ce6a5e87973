@NullMarked
package dev.insyn.token.portal;

import org.jspecify.annotations.NullMarked;
