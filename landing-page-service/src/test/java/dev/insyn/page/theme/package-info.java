/// Tests of the package.
@NullMarked
package dev.insyn.page.theme;

import org.jspecify.annotations.NullMarked;
