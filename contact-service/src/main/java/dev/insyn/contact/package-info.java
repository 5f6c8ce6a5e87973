/// Contacts: what a tenant holds about people, sealed at rest, with where each value came from.
@NullMarked
package dev.insyn.contact;

import org.jspecify.annotations.NullMarked;
