/// Encryption at rest and in events: AES-256-GCM and JWE.
@NullMarked
package dev.insyn.platform.sealing;

import org.jspecify.annotations.NullMarked;
