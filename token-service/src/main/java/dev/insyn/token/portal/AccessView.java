package dev.insyn.token.portal;

import java.util.List;

import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;

/// What the template of a contact's ways to sign in draws.
///
/// @param addition adds a passkey, where a script can
/// @param devices remembered ones
/// @param sessions that go on
public record AccessView(Texts texts, List<Notice> notices, List<Kept> passkeys, PortalView.Form addition,
		List<Kept> devices, List<Kept> sessions) {

	/// Something that can be ended.
	///
	/// @param end the address that ends it; empty where that is done elsewhere
	public record Kept(String label, String below, String end) {
	}

}
