/// A contact sees, corrects and confirms its own data on a landing page.
@NullMarked
package dev.insyn.page.own;

import org.jspecify.annotations.NullMarked;
