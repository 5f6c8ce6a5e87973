/// Tenants: the companies that use Insyn, and the only way to name one.
@NullMarked
package dev.insyn.platform.tenancy;

import org.jspecify.annotations.NullMarked;
