package dev.insyn.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a controller's method or class: only users with this permission level or a higher one get in, anyone else gets 403.
/// Together with [RequiredScope] it opens the same address to both: a user needs the level, a client the scope.
@Documented
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiredLevel {

	/// Sees what is there.
	int READS = 10;

	/// Sends links and mailings.
	int SENDS = 50;

	/// Configures pages, themes, fields and users.
	int CONFIGURES = 99;

	int value();

}
