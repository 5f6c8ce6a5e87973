/// The mail inbox and the dashboard: a small web server on loopback.
@NullMarked
package dev.insyn.stack.web;

import org.jspecify.annotations.NullMarked;
