package dev.insyn.notification;

import java.util.Base64;

/// An image that a mail carries with it.
///
/// @param id by which the mail's HTML names it (RFC 2392)
/// @param type its media type
@SuppressWarnings("ArrayRecordComponent") // never compared
record InlineImage(String id, String type, byte[] content) {

	/// The id of the logo.
	static final String LOGO = "logo@insyn";

	/// HTML in which it stands itself, to be looked at outside of a mail.
	String into(String html) {
		return html.replace("cid:" + this.id,
				"data:" + this.type + ";base64," + Base64.getEncoder().encodeToString(this.content));
	}

	@Override
	public String toString() {
		return "InlineImage[" + this.id + "]";
	}

}
