/// The look that a page wears.
@NullMarked
package dev.insyn.page.theme;

import org.jspecify.annotations.NullMarked;
