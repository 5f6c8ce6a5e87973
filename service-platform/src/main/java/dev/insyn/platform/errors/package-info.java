/// What a caller is told when something is wrong: problem details, or a page in the reader's language.
@NullMarked
package dev.insyn.platform.errors;

import org.jspecify.annotations.NullMarked;
