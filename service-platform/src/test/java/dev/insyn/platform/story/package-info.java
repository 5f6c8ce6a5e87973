/// Stories over HTTP, Kafka and MongoDB together.
@NullMarked
package dev.insyn.platform.story;

import org.jspecify.annotations.NullMarked;
