/// The one door: routes, cookie to bearer, limits, headers, honest answers when a service is away.
@NullMarked
package dev.insyn.gateway;

import org.jspecify.annotations.NullMarked;
