/// Segments: saved lists of contacts, by filter, by hand or from a file.
@NullMarked
package dev.insyn.contact.segment;

import org.jspecify.annotations.NullMarked;
