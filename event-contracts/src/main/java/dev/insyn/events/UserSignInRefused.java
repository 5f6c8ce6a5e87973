package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Somebody was not let in to the console.
///
/// @param user null if nobody is known by what was typed, or if the provider vouched for nobody or named no tenant; the
/// event then belongs to no tenant, and its `ce_tenant` is [Topics#INSTALLATION]
/// @param reason a stable code: `wrong-credentials`, `locked`, `no-level`, `unknown-tenant`, `provider-refused`,
/// `invalid-answer`
/// @param by `password` or `oidc`
/// @param untold how many refusals before this one were too many to be told
public record UserSignInRefused(@Nullable String user, String reason, String by, Instant at, long untold) {

	public static final String TOPIC = Topics.USERS;

	public static final String TYPE = "user.sign-in-refused.v1";

}
