/// What tests of every service share: a broker and a database, tokens, a probe of events, rules of the architecture.
@NullMarked
package dev.insyn.testing;

import org.jspecify.annotations.NullMarked;
