/// The OpenAPI document of a service, made of its controllers and their comments.
@NullMarked
package dev.insyn.testing.openapi;

import org.jspecify.annotations.NullMarked;
