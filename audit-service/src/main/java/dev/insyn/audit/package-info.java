/// The tamper-evident log: every event of every topic as one append-only record, linked to the one before it.
@NullMarked
package dev.insyn.audit;

import org.jspecify.annotations.NullMarked;
