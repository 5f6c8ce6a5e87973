/// The past facts that services and CRM systems tell each other.
@NullMarked
package dev.insyn.events;

import org.jspecify.annotations.NullMarked;
