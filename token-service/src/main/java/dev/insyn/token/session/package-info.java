/// Sessions: of contacts who came by a link, of users who signed in; how they go on and end.
@NullMarked
package dev.insyn.token.session;

import org.jspecify.annotations.NullMarked;
