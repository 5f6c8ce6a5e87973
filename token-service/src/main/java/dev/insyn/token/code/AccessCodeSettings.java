package dev.insyn.token.code;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many codes there are, and how long each works.
///
/// @param lifetime of a code
/// @param tries as many wrong ones may be entered for one code
/// @param apart a contact gets no two codes within this
/// @param perDay a contact gets no more codes in a day
@ConfigurationProperties("insyn.token.codes")
record AccessCodeSettings(@DefaultValue("10m") Duration lifetime, @DefaultValue("5") int tries,
		@DefaultValue("1m") Duration apart, @DefaultValue("10") int perDay) {
}
