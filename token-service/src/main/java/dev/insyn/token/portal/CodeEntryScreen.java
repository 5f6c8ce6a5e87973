package dev.insyn.token.portal;

import java.util.List;

import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Draws the page where the mailed code is entered, and another can be asked for.
@Component
class CodeEntryScreen {

	private final PortalSettings settings;

	CodeEntryScreen(PortalSettings settings) {
		this.settings = settings;
	}

	ResponseEntity<Content> show(Visit visit, String address) {
		return draw(HttpStatus.OK, visit, address, null, List.of());
	}

	/// @param problem what is wrong with the code
	ResponseEntity<Content> refused(Visit visit, String address, String problem) {
		return draw(HttpStatus.UNPROCESSABLE_CONTENT, visit, address, problem, List.of());
	}

	/// Another code was asked for too soon. The one that was mailed can still be entered.
	ResponseEntity<Content> tooSoon(Visit visit, String address, String words) {
		return draw(HttpStatus.TOO_MANY_REQUESTS, visit, address, null, List.of(Notice.of(Notice.Kind.WARNING, words)));
	}

	private ResponseEntity<Content> draw(HttpStatus status, Visit visit, String address, @Nullable String problem,
			List<Notice> notices) {
		Texts texts = visit.texts();
		PortalView.Tick remember = this.settings.remembersDevices(visit.tenant().id())
				? new PortalView.Tick("remember", texts.get("portal.remember")) : null;
		PortalView view = new PortalView(texts, PortalScreen.summary("code", problem), notices,
				texts.get("portal.code.heading"), List.of(texts.get("portal.code.sent", address, visit.brand().name())),
				List.of(PortalView.Form.of(visit.to(AddressPages.CODE), texts.get("portal.sign-in"))
					.asking(PortalScreen.code(texts, texts.get("portal.code.hint"), problem))
					.ticking(remember),
						PortalView.Form.of(visit.to(AddressPages.HERE + "/again"), texts.get("portal.again"))
							.headed(texts.get("portal.none"), texts.get("portal.none.text"))
							.quiet()),
				new PortalView.Way(texts.get("portal.other"), visit.to(AddressPages.HERE)));
		return PortalScreen.show(status, visit, AddressPages.CODE, view);
	}

}
