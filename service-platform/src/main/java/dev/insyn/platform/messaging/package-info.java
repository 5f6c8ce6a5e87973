/// Events out to Kafka and in from it, as CloudEvents in binary mode.
@NullMarked
package dev.insyn.platform.messaging;

import org.jspecify.annotations.NullMarked;
