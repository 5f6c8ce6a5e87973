package dev.insyn.contact.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.Objection;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.console.SegmentPreview;
import dev.insyn.pagekit.Assets;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.console.Sort;
import dev.insyn.pagekit.console.TableQuery;
import gg.jte.Content;

/// Shows the screens without a service: `http://localhost:8096/sv/99/admin/field-catalogue` in a language and for a level.
final class Preview {

	private static final List<String> LANGUAGES = List.of("sv", "en", "da", "nb", "fi", "de");

	private static final String LOOK = ":root { --tenant-masthead: #12343b; --tenant-masthead-ink: #ffffff; "
			+ "--tenant-brand: #1b4d4a; --tenant-brand-ink: #ffffff; }";

	private Preview() {
	}

	public static void main(String[] arguments) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 8096), 0);
		server.createContext("/", Preview::answer);
		server.start();
	}

	private static void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			URI uri = exchange.getRequestURI();
			String[] path = uri.getPath().split("/");
			if (uri.getPath().startsWith(Assets.PATH)) {
				Assets.Asset asset = Assets.find(path[2], path[3]).orElseThrow();
				send(exchange, asset.contentType(), asset.content());
			}
			else if (uri.getPath().endsWith(".css")) {
				send(exchange, "text/css", LOOK.getBytes(StandardCharsets.UTF_8));
			}
			else if (path.length > 3 && path[3].equals("admin") && path.length > 4) {
				Screen screen = ScreenFixtures.screen(path[1], Integer.parseInt(path[2]));
				String address = uri.getPath().substring(path[1].length() + path[2].length() + 2);
				send(exchange, "text/html;charset=utf-8", Kit.bytes(draw(screen, address)));
			}
			else {
				send(exchange, "text/plain", new byte[] { '-' });
			}
		}
	}

	private static Content draw(Screen screen, String address) {
		if (address.startsWith("/admin/segments")) {
			return SegmentPreview.draw(screen, address.substring("/admin/segments".length()));
		}
		Catalogue catalogue = ScreenFixtures.catalogue();
		FieldScreen fields = new FieldScreen(screen);
		TableQuery query = new TableQuery(address, Map.of());
		return switch (address) {
			case "/admin/field-catalogue" -> new CatalogueTable(screen).draw(catalogue, query, "field-saved");
			case "/admin/field-catalogue/new" -> fields.chooseType();
			case "/admin/field-catalogue/new/number" -> fields.blank(FieldForm.blank("NUMBER"));
			case "/admin/field-catalogue/colour/wrong" -> wrong(fields, catalogue.get("colour"));
			case "/admin/contacts" ->
				new ContactTable(screen).draw(ScreenFixtures.page(50), query, new Sort("changed", true));
			case "/admin/contacts/none" ->
				new ContactTable(screen).draw(ScreenFixtures.page(0), query, new Sort("changed", true));
			case "/admin/contacts/one" ->
				new ContactScreen(screen, ScreenFixtures.asOfToday()).draw(ScreenFixtures.contact(0), null, null);
			case "/admin/contacts/restricted" ->
				new ContactScreen(screen, ScreenFixtures.asOfToday()).draw(ScreenFixtures.restricted(), null, null);
			case "/admin/contacts/object" -> new RightsCard(screen, ScreenFixtures.contact(0)).ask(StandingAct.OBJECT);
			default -> field(screen, fields, catalogue, address.substring(address.lastIndexOf('/') + 1));
		};
	}

	private static Content field(Screen screen, FieldScreen fields, Catalogue catalogue, String key) {
		Catalogue.Entry entry = catalogue.get(key);
		return screen.user().may(99)
				? fields.edit(entry, catalogue.hasValues(key), FieldForm.of(entry, LANGUAGES), null)
				: fields.read(entry, catalogue.hasValues(key));
	}

	private static Content wrong(FieldScreen fields, Catalogue.Entry entry) {
		FieldForm form = FieldForm.of(entry, LANGUAGES);
		Map<String, String> typed = new LinkedHashMap<>(form.values());
		typed.put("labels.sv", "");
		return fields.edit(entry, true,
				new FieldForm(typed, form.offNow(), LANGUAGES,
						List.of(new Objection("labels", "required", Map.of()),
								new Objection("choices[1].labels.sv", "too-long", Map.of("max", "100")),
								new Objection("choices", "choice-in-use", Map.of()),
								new Objection("retention", "period", Map.of())),
						null),
				null);
	}

	private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
	}

}
