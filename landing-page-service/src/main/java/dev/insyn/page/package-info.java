/// Landing pages: what a tenant shows its contacts, and how they answer.
@NullMarked
package dev.insyn.page;

import org.jspecify.annotations.NullMarked;
