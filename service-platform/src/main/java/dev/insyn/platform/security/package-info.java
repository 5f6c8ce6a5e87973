/// Who calls: verified tokens in, tokens on outgoing calls.
@NullMarked
package dev.insyn.platform.security;

import org.jspecify.annotations.NullMarked;
