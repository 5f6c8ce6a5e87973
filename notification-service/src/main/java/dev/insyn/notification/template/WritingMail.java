package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.insyn.notification.HeaderText;
import dev.insyn.notification.MailHead;
import dev.insyn.notification.MailContent;
import dev.insyn.notification.MailTexts;
import dev.insyn.notification.TenantLook;
import dev.insyn.platform.tenancy.Tenant;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Writes a template's mail to one contact: its words with the contact's values, in the tenant's colours, with who sent it
/// and why below. Values are put in as text, whatever stands in them: neither HTML, nor Markdown, nor a header.
@Component
public class WritingMail {

	private static final int LONGEST_SUBJECT = 200;

	private static final int LONGEST_PREHEADER = 200;

	private final TemplateEngine templates;

	WritingMail(TemplateEngine templates) {
		this.templates = templates;
	}

	/// @param stop where the reader says that it wants no more of such mail; null for a
	/// mail that can't be objected to
	public MailContent write(Tenant tenant, CompiledTemplate template, String language, MergeValues values,
			TenantLook.Colours colours, @Nullable String stop) {
		CompiledWords words = template.in(language);
		MailTexts texts = MailTexts.in(language);
		String company = HeaderText.of(tenant.name());
		String subject = HeaderText.of(words.subject().fill((gap) -> value(gap, values, tenant)), LONGEST_SUBJECT);
		String preheader = HeaderText.of(words.preheader().fill((gap) -> value(gap, values, tenant)),
				LONGEST_PREHEADER);
		String body = words.html().fill((gap) -> html(gap, values, tenant, colours));
		List<String> foot = foot(tenant, template.template().kind(), values, texts);
		MailFrame frame = new MailFrame(language, new MailHead(company, colours), subject, preheader, content(body),
				foot, (stop != null) ? stop : "", texts.get("mailing.stop"));
		StringOutput html = new StringOutput();
		this.templates.render("template-mail.jte", frame, html);
		return new MailContent(subject, html.toString(),
				plain(words.plain().fill((gap) -> plain(gap, values, tenant)), frame), colours.image());
	}

	private static Content content(String html) {
		return (output) -> output.writeContent(html);
	}

	private static List<String> foot(Tenant tenant, MailTemplate.Kind kind, MergeValues values, MailTexts texts) {
		String company = HeaderText.of(tenant.name());
		String sender = HeaderText.of(values.user().getOrDefault("name", ""));
		List<String> lines = new ArrayList<>();
		lines.add(sender.isEmpty() ? texts.get("mailing.from", company)
				: texts.get("mailing.from.user", sender, company));
		lines.add(texts.get("mailing.why." + kind.code(), company));
		if (!tenant.contactEmail().isBlank()) {
			lines.add(texts.get("questions", tenant.contactEmail()));
		}
		return lines;
	}

	private static String plain(String body, MailFrame frame) {
		StringBuilder text = new StringBuilder(frame.head().company()).append("\n\n")
			.append(body.strip())
			.append("\n\n-- \n")
			.append(String.join("\n", frame.foot()))
			.append('\n');
		if (!frame.stop().isEmpty()) {
			text.append('\n').append(frame.stopLabel()).append(":\n").append(frame.stop()).append('\n');
		}
		return text.toString();
	}

	private static String html(Skeleton.Gap gap, MergeValues values, Tenant tenant, TenantLook.Colours colours) {
		MergeField field = gap.field();
		if (field.kind() != MergeField.Kind.PAGE) {
			return escaped(value(gap, values, tenant)).replaceAll("\\R", "<br>");
		}
		String address = escaped(values.links().getOrDefault(field.name(), ""));
		String label = escaped(Objects.requireNonNullElse(field.otherwise(), field.name()));
		return gap.alone() ? MailButton.of(address, label, colours)
				: "<a href=\"" + address + "\" class=\"ink\" style=\"color:#1b1e23;font-weight:600\">" + label + "</a>";
	}

	private static String plain(Skeleton.Gap gap, MergeValues values, Tenant tenant) {
		MergeField field = gap.field();
		return (field.kind() != MergeField.Kind.PAGE) ? value(gap, values, tenant)
				: field.otherwise() + ":\n" + values.links().getOrDefault(field.name(), "") + "\n";
	}

	private static String value(Skeleton.Gap gap, MergeValues values, Tenant tenant) {
		MergeField field = gap.field();
		String found = switch (field.kind()) {
			case CONTACT -> values.contact().getOrDefault(field.name(), "");
			case ORGANISATION -> Objects.requireNonNullElse(values.organisation(), "");
			case USER -> values.user().getOrDefault(field.name(), "");
			case COMPANY -> field.name().equals("email") ? tenant.contactEmail() : tenant.name();
			case PAGE -> "";
		};
		return found.isBlank() ? Objects.requireNonNullElse(field.otherwise(), "") : found;
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
