/// Claims about the contracts: records, samples, schemas and the AsyncAPI document say the same.
@NullMarked
package dev.insyn.events;

import org.jspecify.annotations.NullMarked;
