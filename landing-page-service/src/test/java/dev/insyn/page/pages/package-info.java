/// Tests of the package.
@NullMarked
package dev.insyn.page.pages;

import org.jspecify.annotations.NullMarked;
