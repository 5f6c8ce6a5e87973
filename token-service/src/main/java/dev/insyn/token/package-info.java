/// Who you are: links, sessions, API clients, and the access tokens they get.
@NullMarked
package dev.insyn.token;

import org.jspecify.annotations.NullMarked;
