/// Gathers what the services say of their APIs, for programs and for people.
@NullMarked
package dev.insyn.gateway.api;

import org.jspecify.annotations.NullMarked;
