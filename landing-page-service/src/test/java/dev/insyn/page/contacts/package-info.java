/// Tests of the package.
@NullMarked
package dev.insyn.page.contacts;

import org.jspecify.annotations.NullMarked;
