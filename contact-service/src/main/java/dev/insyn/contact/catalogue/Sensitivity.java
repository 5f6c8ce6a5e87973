package dev.insyn.contact.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How much harm a value can do in wrong hands.
public enum Sensitivity {

	NORMAL,

	/// Not for everybody's eyes: masked in lists and on screens until somebody asks.
	SENSITIVE,

	/// Art. 9 of the GDPR: health, faith, union, origin, sex life, biometrics.
	SPECIAL;

	/// As it stands in JSON: `special`.
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Sensitivity> of(String code) {
		return Stream.of(values()).filter((sensitivity) -> sensitivity.code().equals(code)).findFirst();
	}

}
