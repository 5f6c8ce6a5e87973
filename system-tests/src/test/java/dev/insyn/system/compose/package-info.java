/// Holds docker-compose.yml against the services that it describes, without a Docker engine.
@NullUnmarked
package dev.insyn.system.compose;

import org.jspecify.annotations.NullUnmarked;
