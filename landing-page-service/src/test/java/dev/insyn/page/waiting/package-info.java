/// Tests of the package.
@NullMarked
package dev.insyn.page.waiting;

import org.jspecify.annotations.NullMarked;
