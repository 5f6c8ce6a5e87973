/// Health, metrics, traces and logs that name ids and nobody.
@NullMarked
package dev.insyn.platform.observability;

import org.jspecify.annotations.NullMarked;
