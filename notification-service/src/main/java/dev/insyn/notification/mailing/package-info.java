/// Mailings: one template to many contacts, each at most once, and what they answered.
@NullMarked
package dev.insyn.notification.mailing;

import org.jspecify.annotations.NullMarked;
