/// The types of the field catalogue: how a value of each is read from what people type, checked, and shown.
@NullMarked
package dev.insyn.fields;

import org.jspecify.annotations.NullMarked;
