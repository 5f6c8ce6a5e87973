package dev.insyn.stack.web;

import java.net.URI;

import dev.insyn.stack.mail.CaughtMessage;
import dev.insyn.stack.mail.Inbox;

/// The caught mails, as JSON for programs and as a mail program for people.
public final class InboxPages {

	/// What a mail may do in its frame: look as its sender meant it, load pictures from
	/// the services here, and open
	/// links in a tab of their own. It runs no script and reaches nothing else.
	private static final String FRAME_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
			+ "style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*; frame-ancestors 'self'";

	private static final String MESSAGES = "/api/messages";

	private static final String HTML = "/messages/";

	private final Inbox inbox;

	public InboxPages(Inbox inbox) {
		this.inbox = inbox;
	}

	public void on(WebServer server) {
		server.route("/", (uri) -> Reply.file("inbox.html"))
			.route("/inbox.js", (uri) -> Reply.file("inbox.js"))
			.route("/style.css", (uri) -> Reply.file("style.css"))
			.route(MESSAGES, (uri) -> Reply.json(this.inbox.messages()))
			.route(MESSAGES + "/", this::message)
			.route(HTML, this::html);
	}

	private Reply message(URI uri) {
		return this.inbox.find(uri.getPath().substring(MESSAGES.length() + 1))
			.map(Reply::json)
			.orElseGet(() -> Reply.text(404, "No such message."));
	}

	private Reply html(URI uri) {
		return this.inbox.find(uri.getPath().substring(HTML.length()))
			.flatMap(CaughtMessage::shown)
			.map((html) -> Reply.html(html.replaceFirst("(?i)<head>", "$0<base target=\"_blank\">"))
				.with("Content-Security-Policy", FRAME_POLICY))
			.orElseGet(() -> Reply.text(404, "No such message."));
	}

}
