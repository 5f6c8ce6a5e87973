package dev.insyn.notification.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The tenants' templates.
@Component
public class Templates {

	private final TenantDocuments<MailTemplate> documents;

	Templates(TenantDocumentsFactory factory) {
		this.documents = factory.of("templates", MailTemplate.class).indexed("name");
	}

	/// In the order of their names.
	public List<Stored<MailTemplate>> all(TenantId tenant) {
		return this.documents.find(tenant, new Criteria(), Sort.unsorted(), 0)
			.stream()
			.sorted((one, other) -> one.state().name().compareToIgnoreCase(other.state().name()))
			.toList();
	}

	public Optional<Stored<MailTemplate>> find(TenantId tenant, String id) {
		return this.documents.find(tenant, id);
	}

	Stored<MailTemplate> add(TenantId tenant, MailTemplate template) {
		String id = UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT).substring(0, 20);
		return this.documents.insert(tenant, id, Change.of(template));
	}

	/// @param seen the version that the change was made from
	/// @throws TemplateOutdated if somebody else has changed it since
	Stored<MailTemplate> change(TenantId tenant, String id, long seen, UnaryOperator<MailTemplate> change) {
		Stored<MailTemplate> now = this.documents.find(tenant, id).orElseThrow(TemplateOutdated::new);
		return this.documents.change(tenant, id, (template) -> {
			if (now.version() != seen || !now.state().equals(template)) {
				throw new TemplateOutdated();
			}
			return Change.of(change.apply(template));
		});
	}

	boolean delete(TenantId tenant, String id) {
		return this.documents.delete(tenant, id);
	}

}
