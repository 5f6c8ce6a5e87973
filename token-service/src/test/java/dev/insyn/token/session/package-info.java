@NullMarked
package dev.insyn.token.session;

import org.jspecify.annotations.NullMarked;
