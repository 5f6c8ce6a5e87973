/// What the service's API is, for programs: served as it was built.
@NullMarked
package dev.insyn.platform.openapi;

import org.jspecify.annotations.NullMarked;
