/// Updates that were received while contact-service was away.
@NullMarked
package dev.insyn.page.waiting;

import org.jspecify.annotations.NullMarked;
