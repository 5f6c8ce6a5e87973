/// Plays the companies' CRM systems: brings contacts as sealed events, issues links, and reads what becomes of them.
@NullMarked
package dev.insyn.stack.crm;

import org.jspecify.annotations.NullMarked;
