/// Fresh links: for whoever has one that works no more.
@NullMarked
package dev.insyn.token.freshlink;

import org.jspecify.annotations.NullMarked;
