/// The keys: a tenant's, each contact's, and the pairs that CRM systems seal to.
@NullMarked
package dev.insyn.contact.keys;

import org.jspecify.annotations.NullMarked;
