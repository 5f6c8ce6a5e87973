package dev.insyn.contact.console;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.CatalogueField;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Gives every screen its words, its reader's clock and its frame.
@Component
public class Screens {

	private final TextBook book = TextBook.console("/dev/insyn/contact/console/");

	private final Tenants tenants;

	private final Clock clock;

	Screens(Tenants tenants, Clock clock) {
		this.tenants = tenants;
		this.clock = clock;
	}

	public Screen of(UserCaller user) {
		Tenant tenant = this.tenants.get(user.tenant());
		Texts texts = this.book.in(user.language());
		return new Screen(user, tenant, texts, new Times(texts, tenant.timeZone(), this.clock));
	}

	/// A screen while it is being drawn.
	public record Screen(UserCaller user, Tenant tenant, Texts texts, Times times) {

		public ConsoleFrame frame(String title, Section section) {
			return ConsoleFrame.of(this.texts, title, section, new ConsoleUser(this.user.tenant().value(),
					this.tenant.name(), this.user.name(), this.user.level(), this.user.language()));
		}

		/// The tenant's own languages first; texts in the others can be filled in too.
		List<String> languages() {
			return Stream.concat(this.tenant.languages().stream(), CatalogueField.LANGUAGES.stream())
				.filter(CatalogueField.LANGUAGES::contains)
				.distinct()
				.toList();
		}

		public String say(String key, Object... arguments) {
			return this.texts.get(key, arguments);
		}

		public static ResponseEntity<Content> shown(Content content) {
			return ResponseEntity.ok(content);
		}

		/// What was sent can't be; the same screen says why.
		public static ResponseEntity<Content> refused(Content content) {
			return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(content);
		}

		/// On to another screen, which says what was done.
		public static ResponseEntity<Content> on(String address, String done) {
			return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address + "?done=" + done).build();
		}

	}

}
