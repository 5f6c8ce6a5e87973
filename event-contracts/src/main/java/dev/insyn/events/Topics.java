package dev.insyn.events;

import java.util.List;

/// The topics that Insyn's services and CRM systems meet on; named here and nowhere else.
public final class Topics {

	/// What CRM systems tell Insyn.
	public static final String CRM = "insyn.crm";

	/// What happened to contacts; what CRM systems read.
	public static final String CONTACTS = "insyn.contacts";

	public static final String LANDING_PAGES = "insyn.landing-pages";

	public static final String LINKS = "insyn.links";

	public static final String NOTIFICATIONS = "insyn.notifications";

	/// Who signed in, who was refused; each service tells refusals of its own.
	public static final String USERS = "insyn.users";

	/// Stands in `ce_tenant` of what happened to the installation and to no tenant of it.
	public static final String INSTALLATION = "insyn-installation";

	/// Anchors of the audit chains, kept apart from the audit database that they vouch
	/// for.
	public static final String AUDIT = "insyn.audit";

	/// Every topic that carries facts to be audited: all but [#AUDIT], which is the audit
	/// log's own.
	public static final List<String> AUDITED = List.of(CRM, CONTACTS, LANDING_PAGES, LINKS, NOTIFICATIONS, USERS);

	private Topics() {
	}

}
