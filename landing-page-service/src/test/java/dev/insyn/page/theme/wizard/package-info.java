/// Tests.
@NullMarked
package dev.insyn.page.theme.wizard;

import org.jspecify.annotations.NullMarked;
