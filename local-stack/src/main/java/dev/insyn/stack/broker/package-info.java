/// A real Kafka broker in this process, for machines without a container engine.
@NullMarked
package dev.insyn.stack.broker;

import org.jspecify.annotations.NullMarked;
