/// Tests.
@NullMarked
package dev.insyn.page.theme.colour;

import org.jspecify.annotations.NullMarked;
