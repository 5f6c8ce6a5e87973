/// Links: one address that lets one contact open one page.
@NullMarked
package dev.insyn.token.link;

import org.jspecify.annotations.NullMarked;
