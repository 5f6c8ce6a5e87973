/// Activities: what there is to do, for whom and by when, and what became of it.
@NullMarked
package dev.insyn.notification.activity;

import org.jspecify.annotations.NullMarked;
