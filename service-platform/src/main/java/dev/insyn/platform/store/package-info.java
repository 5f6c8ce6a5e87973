/// Documents that belong to a tenant, with their outbox: the only way to MongoDB.
@NullMarked
package dev.insyn.platform.store;

import org.jspecify.annotations.NullMarked;
