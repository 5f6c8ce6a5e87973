package dev.insyn.notification;

import java.util.List;

import dev.insyn.notification.activity.DigestMail;
import dev.insyn.notification.activity.Digests;
import dev.insyn.platform.tenancy.Tenant;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Writes the mail that tells a user once a day what is due: the tasks' own words and days, and nothing about contacts,
/// since mail is read in places that Insyn can't protect.
@Component
class WritingDigests {

	private final Digests digests;

	private final TemplateEngine templates;

	private final String publicUrl;

	WritingDigests(Digests digests, TemplateEngine templates,
			@Value("${insyn.public-url:http://localhost:8080}") String publicUrl) {
		this.digests = digests;
		this.templates = templates;
		this.publicUrl = publicUrl;
	}

	/// @throws NotDelivered for good if the user is gone, has chosen otherwise meanwhile,
	/// or nothing is due any more
	Letter write(Tenant tenant, Email email) {
		DigestMail digest;
		try {
			digest = this.digests.of(tenant.id(), email.recipient())
				.orElseThrow(() -> NotDelivered.forGood("no-longer-wanted"));
		}
		catch (Digests.Away away) {
			throw NotDelivered.forNow("token-service-away");
		}
		MailTexts texts = MailTexts.in(digest.language());
		String tenantName = HeaderText.of(tenant.name());
		int many = digest.lines().size();
		String heading = texts.get("digest.heading", many);
		List<String> lines = digest.lines()
			.stream()
			.map((line) -> texts.get(line.over() ? "digest.line.over" : "digest.line.today",
					HeaderText.of(line.subject()), line.day(texts.locale(tenant))))
			.toList();
		PageUsedWords words = new PageUsedWords(digest.language(), tenantName, heading, texts.get("digest.intro"),
				texts.get("digest.lines"), lines, "", texts.get("digest.values"), texts.get("digest.open"),
				this.publicUrl + "/admin/activities?mine=mine&state=open", texts.get("digest.why", tenantName));
		return new Letter(tenant, digest.address(),
				new MailContent(HeaderText.of(heading), html(words), PlainMail.of(words)));
	}

	private String html(PageUsedWords words) {
		StringOutput output = new StringOutput();
		this.templates.render("page-used.jte", words, output);
		return output.toString();
	}

}
