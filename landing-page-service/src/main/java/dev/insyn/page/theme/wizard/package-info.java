/// The console's screens for themes: the list, and the wizard with the real page beside it.
@NullMarked
package dev.insyn.page.theme.wizard;

import org.jspecify.annotations.NullMarked;
