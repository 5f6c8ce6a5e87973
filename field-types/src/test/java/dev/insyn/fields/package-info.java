/// Claims about reading and showing values.
@NullMarked
package dev.insyn.fields;

import org.jspecify.annotations.NullMarked;
