package dev.insyn.contact.segment.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a file knows contacts by.
public enum Key {

	EMAIL(Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+"),
			Set.of("e-mail", "email", "e-post", "epost", "e-postadress", "mail", "mejl", "epostadress", "sähköposti",
					"e-mail-adresse", "emailadress", "email address", "e-mail address")),

	/// The CRM system's own id.
	CRM(Pattern.compile(".{1,200}"),
			Set.of("id", "crm id", "crm-id", "crmid", "kundnummer", "kundnr", "kundnr.", "kund-id", "kundid",
					"kontakt-id", "kontaktid", "contact id", "contactid", "contact-id", "customer id",
					"customer number", "customer no", "kundenummer", "kundenr", "kundennummer", "asiakasnumero",
					"person-id", "personid")),

	/// Insyn's id.
	INSYN(Pattern.compile("[a-z2-7]{26}"), Set.of("insyn id", "insyn-id", "insynid"));

	private static final int LONGEST = 254;

	private final Pattern form;

	private final Set<String> headings;

	Key(Pattern form, Set<String> headings) {
		this.form = form;
		this.headings = headings;
	}

	static Optional<Key> find(String code) {
		return Stream.of(values()).filter((key) -> key.code().equals(code)).findFirst();
	}

	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// Whether a cell can be one at all.
	boolean fits(String cell) {
		return cell.length() <= LONGEST && this.form.matcher(cell).matches();
	}

	boolean isHeading(String cell) {
		return this.headings.contains(cell.toLowerCase(Locale.ROOT));
	}

	/// As it is compared.
	String folded(String cell) {
		return (this == EMAIL) ? cell.toLowerCase(Locale.ROOT) : cell;
	}

}
