package dev.insyn.stack.crm;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// The CRM systems of all demo companies, working side by side.
public final class DemoCrms implements AutoCloseable {

	private final CrmReader reader;

	private final CrmPublisher publisher;

	private final List<DemoCrm> crms;

	private final Executor threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());

	public DemoCrms(String broker, List<ApiClient> clients, CrmReader reader, Consumer<String> news) {
		this.reader = reader;
		this.publisher = new CrmPublisher(broker);
		this.crms = clients.stream().map((client) -> new DemoCrm(client, reader, this.publisher, news)).toList();
	}

	/// Brings the first contacts of each company and gives each a link.
	public List<IssuedLink> bringFirst(int count, List<IssuedLink> kept) {
		this.reader.awaitCaughtUp();
		return all((crm) -> {
			crm.bring(0, count);
			crm.dressPage();
			return crm.links(count, kept);
		}).stream().flatMap(List::stream).toList();
	}

	/// Brings the others.
	public void bringRest(int from, int to) {
		all((crm) -> {
			crm.bringRest(from, to);
			return to;
		});
	}

	@Override
	public void close() {
		this.publisher.close();
	}

	private <T> List<T> all(Function<DemoCrm, T> work) {
		List<CompletableFuture<T>> results = this.crms.stream()
			.map((crm) -> CompletableFuture.supplyAsync(() -> work.apply(crm), this.threads))
			.toList();
		try {
			return results.stream().map(CompletableFuture::join).toList();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
