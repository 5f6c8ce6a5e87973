package dev.insyn.page.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.own.Reader;
import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Puts a contact's own place together: one call for its data, one for what happened lately; without the latter the rest is
/// there and a line says so.
@Component
class OwnPlace {

	private static final int LATELY = 5;

	private static final int SLICE = 50;

	private final PortalPages pages;

	private final ContactService contacts;

	private final FieldsNow fields;

	private final OwnHistory history;

	OwnPlace(PortalPages pages, ContactService contacts, FieldsNow fields, OwnHistory history) {
		this.pages = pages;
		this.contacts = contacts;
		this.fields = fields;
		this.history = history;
	}

	/// @return empty if there is no such contact any more
	/// @throws dev.insyn.page.contacts.ContactAway if contact-service does not answer
	Optional<PlaceView> home(PortalCaller caller, Tenant tenant, Reader reader) {
		List<LivePage> standing = this.pages.of(caller.tenant());
		Glances glances = Glances.of(standing);
		Optional<ContactView> found = this.contacts.view(caller.contact(), glances.fields(), glances.asked());
		return found.map((contact) -> {
			List<FieldDefinition> now = this.fields.of(caller.tenant()).orElse(null);
			Telling telling = telling(tenant, reader, standing, now);
			List<PlaceView.Happened> lately = lately(telling);
			Texts texts = reader.texts();
			String name = contact.displayName().strip();
			List<PlaceView.Glance> data = glances.data(standing, now, contact, telling);
			String usual = telling.usualSource(data);
			return new PlaceView(texts, List.of(),
					name.isEmpty() ? texts.get("place.heading.nameless") : texts.get("place.heading", name),
					doors(standing, reader), data.stream().map((glance) -> glance.without(usual)).toList(), usual,
					glances.tables(reader, contact), lately,
					(lately != null && !lately.isEmpty()) ? address(tenant, "/history", reader) : null);
		});
	}

	/// Everything that happened, a slice at a time.
	PlaceView history(PortalCaller caller, Tenant tenant, Reader reader, @Nullable Long before) {
		Texts texts = reader.texts();
		List<LivePage> standing = this.pages.of(caller.tenant());
		Telling telling = telling(tenant, reader, standing, this.fields.of(caller.tenant()).orElse(null));
		Optional<OwnHistory.Slice> slice = this.history.read(SLICE, before);
		List<Notice> notices = slice.isPresent() ? List.of()
				: List.of(Notice.of(Notice.Kind.WARNING, texts.get("place.lately.away")));
		String more = slice.map(OwnHistory.Slice::next)
			.map((next) -> tenant(tenant) + "/history?before=" + next
					+ (reader.chosen() ? "&lang=" + reader.language() : ""))
			.orElse(null);
		List<PlaceView.Happened> entries = slice
			.map((known) -> known.all().stream().flatMap((entry) -> telling.happened(entry).stream()).toList())
			.orElse(null);
		return new PlaceView(texts, notices, texts.get("place.history.heading"), List.of(), List.of(), "", List.of(),
				entries, more);
	}

	/// Null if it can't be asked for now.
	private @Nullable List<PlaceView.Happened> lately(Telling telling) {
		return this.history.read(SLICE, null)
			.map((slice) -> slice.all()
				.stream()
				.flatMap((entry) -> telling.happened(entry).stream())
				.limit(LATELY)
				.toList())
			.orElse(null);
	}

	private static List<PlaceView.Door> doors(List<LivePage> pages, Reader reader) {
		List<PlaceView.Door> doors = new ArrayList<>();
		for (LivePage page : pages) {
			String title = page.content().title().in(reader.language());
			String name = page.content().name().in(reader.language());
			String label = title.isBlank() ? name : title;
			doors.add(new PlaceView.Door(label, (name.isBlank() || name.equals(label)) ? "" : name,
					"/p/" + page.number() + (reader.chosen() ? "?lang=" + reader.language() : "")));
		}
		return doors;
	}

	private static Telling telling(Tenant tenant, Reader reader, List<LivePage> pages,
			@Nullable List<FieldDefinition> now) {
		Map<String, String> names = new LinkedHashMap<>();
		pages.forEach((page) -> names.put(page.number(), page.content().title().in(reader.language())));
		Set<String> shown = Glances.of(pages).keys();
		List<FieldDefinition> known = (now != null)
				? now.stream().filter((field) -> shown.contains(field.key())).toList() : List.of();
		return new Telling(tenant, reader, Telling.byKey(known), names);
	}

	private static String address(Tenant tenant, String below, Reader reader) {
		return tenant(tenant) + below + (reader.chosen() ? "?lang=" + reader.language() : "");
	}

	private static String tenant(Tenant tenant) {
		return "/portal/" + tenant.id();
	}

}
