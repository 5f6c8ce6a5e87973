/// The pages that a tenant has configured, and their published versions.
@NullMarked
package dev.insyn.page.pages;

import org.jspecify.annotations.NullMarked;
