/// Tests of page-kit.
@NullMarked
package dev.insyn.pagekit;

import org.jspecify.annotations.NullMarked;
