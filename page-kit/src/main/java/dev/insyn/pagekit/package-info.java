/// What every service's HTML shares: layout, style sheet, form components and texts in six languages.
@NullMarked
package dev.insyn.pagekit;

import org.jspecify.annotations.NullMarked;
