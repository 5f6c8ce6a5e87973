package dev.insyn.contact.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.insyn.contact.Contact;
import dev.insyn.contact.FieldValue;
import dev.insyn.contact.Organisation;
import dev.insyn.contact.Provenance;
import dev.insyn.contact.bounce.Undeliverable;
import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.catalogue.Sensitivity;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Everything that is held about one person, each value with where it came from, through whom, and when.
final class ContactScreen {

	private static final int UPDATES = 8;

	private final Screen screen;

	private final FieldCatalogue catalogue;

	ContactScreen(Screen screen, FieldCatalogue catalogue) {
		this.screen = screen;
		this.catalogue = catalogue;
	}

	/// @param undeliverable null if nothing came back
	Content draw(Contact contact, @Nullable Undeliverable undeliverable, @Nullable String done) {
		String name = contact.displayName();
		RightsCard rights = new RightsCard(this.screen, contact);
		ConsoleFrame frame = rights
			.onto(this.screen.frame(name.isEmpty() ? say("contacts.nameless") : name, Section.CONTACTS))
			.lead(say("contact.lead"))
			.done(done);
		List<Content> side = new ArrayList<>();
		side.add(Console.card(say("contact.about"), Console.facts(about(contact))));
		side.add(rights.draw());
		if (!contact.refused().isEmpty()) {
			side.add(Console.card(say("contact.refused"), Console.paragraph(say("contact.refused.text")),
					Console.facts(contact.refused()
						.stream()
						.map((refused) -> Fact.of(label(refused.field()), reason(refused.code())))
						.toList())));
		}
		side.add(Console.card(say("contact.updates"), Console.facts(updates(contact))));
		return Console.page(frame, rights.warning(), warning(undeliverable),
				Console.beside(values(contact), Console.all(side.toArray(Content[]::new))), rights.dialogs());
	}

	private Content warning(@Nullable Undeliverable undeliverable) {
		return (undeliverable == null) ? Console.nothing() : Kit.notice(this.screen.texts(),
				Notice.of(Notice.Kind.WARNING, say("contact.undeliverable"), say("contact.undeliverable.text")));
	}

	private Content values(Contact contact) {
		Table table = Table
			.of("values", say("contact.values"), new TableQuery(ContactScreens.LIST + "/" + contact.id(), Map.of()))
			.columns(Column.of(say("contact.field")), Column.of(say("contact.value")), Column.of(say("contact.from")),
					Column.of(say("contact.when")))
			.rows(inOrder(contact).entrySet().stream().map((held) -> row(held.getKey(), held.getValue())).toList())
			.empty(Empty.of(say("contact.nothing")));
		return Console.table(this.screen.texts(), table);
	}

	/// As the catalogue has the fields; then those that it doesn't know any more.
	private Map<String, FieldValue> inOrder(Contact contact) {
		List<String> order = this.catalogue.fields().stream().map(FieldDefinition::key).toList();
		return contact.present()
			.entrySet()
			.stream()
			.sorted(Comparator.comparingInt(
					(held) -> order.contains(held.getKey()) ? order.indexOf(held.getKey()) : Integer.MAX_VALUE))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a,
					java.util.LinkedHashMap::new));
	}

	private Row row(String field, FieldValue held) {
		Provenance from = held.provenance();
		return Row.of(Cell.text(label(field)), value(field, held), origin(from), this.screen.times().ago(from.at()));
	}

	private Content value(String field, FieldValue held) {
		FieldDefinition definition = this.catalogue.find(field).orElse(null);
		if (definition == null) {
			return Cell.masked(this.screen.texts(), String.valueOf(held.value()));
		}
		String shown = FieldFormatter.show(definition, held.value(), locale()).replace("\n", ", ");
		boolean normal = definition.sensitivity() == null || definition.sensitivity().equals(Sensitivity.NORMAL.code());
		return normal ? Cell.text(shown) : Cell.masked(this.screen.texts(), shown);
	}

	private List<Fact> about(Contact contact) {
		Texts texts = this.screen.texts();
		String query = "?contact=" + contact.id();
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(say("contact.id"), Cell.id(texts, contact.id().value())));
		facts.add(Fact.of(say("contacts.crm"), Cell.text(contact.crm().crmId(), contact.crm().source())));
		facts.add(Fact.of(say("contacts.organisation"), Cell.textOrNone(texts, contact.organisationShown())));
		facts.add(Fact.of(say("contact.crm.changed"), this.screen.times().ago(contact.crm().changedAt())));
		facts.add(Fact.of(say("contact.confirmed"),
				(contact.confirmedAt() != null) ? this.screen.times().ago(contact.confirmedAt()) : Cell.none(texts)));
		facts.add(Fact.of(say("contact.links"), Cell.link(say("contact.links.open"), "/admin/links" + query)));
		facts.add(Fact.of(say("console.section.activities"),
				Cell.link(say("contact.activities"), "/admin/activities" + query)));
		if (this.screen.user().may(RequiredLevel.SENDS)) {
			facts.add(Fact.of(say("contact.activity.new"),
					Cell.link(say("contact.activity.new.open"), "/admin/activities/new" + query)));
		}
		facts.add(Fact.of(say("console.section.audit"), Cell.link(say("contact.audit"), "/admin/audit" + query)));
		return facts;
	}

	/// The last changes as far as the values tell them: what changed again since stands
	/// with
	/// its later change.
	private List<Fact> updates(Contact contact) {
		Map<Long, List<Map.Entry<String, FieldValue>>> byVersion = new TreeMap<>(Comparator.reverseOrder());
		contact.fields()
			.entrySet()
			.forEach((held) -> byVersion.computeIfAbsent(held.getValue().version(), (any) -> new ArrayList<>())
				.add(held));
		return byVersion.entrySet()
			.stream()
			.filter((update) -> update.getKey() > 0)
			.limit(UPDATES)
			.map((update) -> update(update.getKey(), update.getValue()))
			.toList();
	}

	private Fact update(long version, List<Map.Entry<String, FieldValue>> changed) {
		Provenance from = changed.getFirst().getValue().provenance();
		String fields = changed.stream().map((held) -> label(held.getKey())).collect(Collectors.joining(", "));
		return Fact.of(say("contact.version", version), Console.all(this.screen.times().ago(from.at()),
				Cell.text(fields, isItself(from) ? source(from) : source(from) + " · " + actor(from))));
	}

	/// From where, and through whom where that says more.
	private Content origin(Provenance from) {
		return isItself(from) ? Cell.text(source(from)) : Cell.text(source(from), actor(from));
	}

	private static boolean isItself(Provenance from) {
		return from.source().startsWith("crm:") && from.actor().equals("system:" + from.source().substring(4));
	}

	private String source(Provenance from) {
		String[] parts = from.source().split(":", 2);
		String what = (parts.length > 1) ? parts[1] : "";
		return this.screen.texts().find("contact.source." + parts[0], what).orElse(from.source());
	}

	private String actor(Provenance from) {
		String[] parts = from.actor().split(":", 2);
		String who = (parts.length > 1) ? parts[1] : "";
		return this.screen.texts().find("contact.actor." + parts[0], who).orElse(from.actor());
	}

	private String reason(String code) {
		return this.screen.texts().find("contact.refused." + code).orElse(code);
	}

	private String label(String field) {
		if (field.equals(Organisation.NAME)) {
			return say("contacts.organisation");
		}
		return this.catalogue.find(field).map((definition) -> definition.label(locale())).orElse(field);
	}

	private Locale locale() {
		return Locale.of(this.screen.texts().locale().getLanguage(), this.screen.tenant().country());
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

}
