/// What a mailing asks about contacts at the moment it mails them.
@NullMarked
package dev.insyn.contact.mailing;

import org.jspecify.annotations.NullMarked;
