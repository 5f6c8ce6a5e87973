/// Tests of the landing pages, with a contact-service that does as it is told.
@NullMarked
package dev.insyn.page;

import org.jspecify.annotations.NullMarked;
