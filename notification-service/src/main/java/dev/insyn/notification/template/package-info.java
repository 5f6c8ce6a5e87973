/// Mail templates: words per language with merge fields, and the mails that are made of them.
@NullMarked
package dev.insyn.notification.template;

import org.jspecify.annotations.NullMarked;
