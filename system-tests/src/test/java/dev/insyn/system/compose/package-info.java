/// Holds docker-compose.yml against the services that it describes, without a Docker engine.
@NullMarked
package dev.insyn.system.compose;

import org.jspecify.annotations.NullMarked;
