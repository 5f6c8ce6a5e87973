/// Catches every mail that the services send, so that none leaves the machine.
@NullMarked
package dev.insyn.stack.mail;

import org.jspecify.annotations.NullMarked;
