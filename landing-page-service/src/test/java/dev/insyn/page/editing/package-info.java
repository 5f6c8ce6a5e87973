/// Tests of what an administrator sets up.
@NullMarked
package dev.insyn.page.editing;

import org.jspecify.annotations.NullMarked;
