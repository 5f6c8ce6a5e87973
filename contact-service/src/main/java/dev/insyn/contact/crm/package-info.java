/// What CRM systems tell about contacts, however late, doubled or reordered it comes.
@NullMarked
package dev.insyn.contact.crm;

import org.jspecify.annotations.NullMarked;
