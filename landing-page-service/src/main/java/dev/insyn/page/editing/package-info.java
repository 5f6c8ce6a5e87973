/// An administrator sets up a page: what may be configured, and what is done with it.
@NullMarked
package dev.insyn.page.editing;

import org.jspecify.annotations.NullMarked;
