package dev.insyn.contact;

import java.time.Instant;

/// What a wish for another e-mail address takes from outside the contact.
///
/// @param id a fresh random one, used only if there is such a wish
/// @param language in which the contact reads; empty if that is not known
public record EmailAsking(String id, String language, Instant now) {
}
