/// Colours: contrast as WCAG 2.2 reckons it, and the nearest colour that has enough of it.
@NullMarked
package dev.insyn.page.theme.colour;

import org.jspecify.annotations.NullMarked;
