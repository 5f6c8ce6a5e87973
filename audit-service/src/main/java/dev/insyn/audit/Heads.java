package dev.insyn.audit;

import java.util.Optional;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// The head of each chain.
@Component
class Heads {

	private final TenantDocuments<Head> heads;

	private final ChainKey key;

	Heads(TenantDocumentsFactory documents, ChainKey key) {
		this.heads = documents.of("heads", Head.class);
		this.key = key;
	}

	/// The head, if it is one that this service wrote.
	Optional<Head> sound(TenantId chain) {
		return this.heads.find(chain, Head.ID).map(Stored::state).filter((head) -> this.key.fits(chain, head));
	}

	/// Never moves back. A head that is gone or was changed is written anew, and says so
	/// by [Head#since].
	void moveTo(TenantId chain, AuditRecord record) {
		try {
			this.heads.change(chain, Head.ID, (head) -> moved(chain, head, record));
		}
		catch (NotFound first) {
			insert(chain, record);
		}
	}

	private Change<Head> moved(TenantId chain, Head head, AuditRecord record) {
		boolean sound = this.key.fits(chain, head);
		if (sound && head.length() >= record.seq()) {
			return Change.unchanged(head);
		}
		return Change.of(this.key.seal(chain, record.seq(), record.mac(), sound ? head.since() : record.seq()));
	}

	private void insert(TenantId chain, AuditRecord record) {
		try {
			this.heads.insert(chain, Head.ID,
					Change.of(this.key.seal(chain, record.seq(), record.mac(), record.seq())));
		}
		catch (AlreadyExists byAnotherInstance) {
			moveTo(chain, record);
		}
	}

}
