/// Tests of the package.
@NullMarked
package dev.insyn.page.own;

import org.jspecify.annotations.NullMarked;
