/// API clients: CRM systems and our own services, by client credentials (RFC 6749, 4.4).
@NullMarked
package dev.insyn.token.client;

import org.jspecify.annotations.NullMarked;
