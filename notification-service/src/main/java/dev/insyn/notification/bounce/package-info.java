/// Bounces: mails that a server took and that came back later, as reports to an address of their own.
@NullMarked
package dev.insyn.notification.bounce;

import org.jspecify.annotations.NullMarked;
