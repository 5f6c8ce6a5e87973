/// Claims about the log: what it records, and what it notices.
@NullMarked
package dev.insyn.audit;

import org.jspecify.annotations.NullMarked;
