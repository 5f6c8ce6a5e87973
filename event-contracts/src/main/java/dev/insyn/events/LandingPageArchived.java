package dev.insyn.events;

import java.time.Instant;

/// A landing page was taken from its contacts: links to it do not work until a newer version is published.
///
/// @param page the page's number within its tenant, such as `P05`
/// @param version the newest that had been published
public record LandingPageArchived(String page, int version, Instant at) {

	public static final String TOPIC = Topics.LANDING_PAGES;

	public static final String TYPE = "landing-page.archived.v1";

}
