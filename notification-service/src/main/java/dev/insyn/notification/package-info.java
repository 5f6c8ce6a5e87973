/// Mail and activities: tells a page's users that a contact used it, and gives them the task that the page's rule says.
@NullMarked
package dev.insyn.notification;

import org.jspecify.annotations.NullMarked;
