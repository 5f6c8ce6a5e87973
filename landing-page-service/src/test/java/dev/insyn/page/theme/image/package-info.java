/// Tests.
@NullMarked
package dev.insyn.page.theme.image;

import org.jspecify.annotations.NullMarked;
