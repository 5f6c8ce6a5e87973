/// Files that people bring: read as they are, row by row, and compared with the contacts.
@NullMarked
package dev.insyn.contact.segment.upload;

import org.jspecify.annotations.NullMarked;
