package dev.insyn.contact.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a value may be held: the six grounds of Art. 6(1) of the GDPR.
public enum LegalBasis {

	CONSENT, CONTRACT, LEGAL_OBLIGATION, VITAL, PUBLIC, LEGITIMATE_INTEREST;

	/// As it stands in JSON: `legal-obligation`.
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<LegalBasis> of(String code) {
		return Stream.of(values()).filter((basis) -> basis.code().equals(code)).findFirst();
	}

}
