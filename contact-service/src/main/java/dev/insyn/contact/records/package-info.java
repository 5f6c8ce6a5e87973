/// Records that belong to a contact or to its organisation (orders, cases …): what kinds there are, what is held, and
/// what a page's reports show of them.
@NullMarked
package dev.insyn.contact.records;

import org.jspecify.annotations.NullMarked;
