/// A contact's own place in its tenant's portal: its pages, its data at a glance, and what happened with it.
@NullMarked
package dev.insyn.page.portal;

import org.jspecify.annotations.NullMarked;
