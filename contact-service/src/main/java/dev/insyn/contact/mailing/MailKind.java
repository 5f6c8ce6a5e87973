package dev.insyn.contact.mailing;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a mail is for, on which its being allowed depends.
enum MailKind {

	/// Advertising of any kind, which a contact can object to.
	@JsonProperty("marketing")
	MARKETING,

	/// What a contact needs to know or asked for.
	@JsonProperty("service")
	SERVICE

}
