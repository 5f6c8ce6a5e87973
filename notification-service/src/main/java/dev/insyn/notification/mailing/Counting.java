package dev.insyn.notification.mailing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.notification.mailing.Recipient.Answer;
import dev.insyn.notification.mailing.Recipient.State;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Counts a mailing's results in the documents themselves, so that no crash makes them wrong. What was counted is shown again
/// for as long as counting took ten times over: however many look on, it costs a tenth of one database connection.
@Component
class Counting {

	private static final int TIMES = 10;

	private static final int REMEMBERED = 200;

	private final Recipients recipients;

	private final Map<String, Counted> known = new ConcurrentHashMap<>();

	Counting(Recipients recipients) {
		this.recipients = recipients;
	}

	/// Perhaps a moment old, but never from before the mailing was over.
	Results recent(Stored<Mailing> stored) {
		TenantId tenant = stored.tenant();
		String mailing = stored.id();
		String key = tenant + ":" + mailing + ":" + stored.state().isOver();
		Counted counted = this.known.get(key);
		if (counted != null && System.nanoTime() - counted.until() < 0) {
			return counted.results();
		}
		if (this.known.size() > REMEMBERED) {
			this.known.clear();
		}
		long begun = System.nanoTime();
		Results results = now(tenant, mailing);
		long took = Math.min(System.nanoTime() - begun, Duration.ofSeconds(1).toNanos());
		this.known.put(key, new Counted(results, System.nanoTime() + TIMES * took));
		return results;
	}

	Results now(TenantId tenant, String mailing) {
		return new Results(count(tenant, mailing, State.SENT),
				count(tenant, mailing, State.WAITING) + count(tenant, mailing, State.GOING),
				count(tenant, mailing, State.FAILED), count(tenant, mailing, State.LEFT_OUT),
				count(tenant, mailing, Answer.OPENED), count(tenant, mailing, Answer.CONFIRMED),
				count(tenant, mailing, Answer.UPDATED), count(tenant, mailing, Answer.NONE));
	}

	private long count(TenantId tenant, String mailing, State state) {
		return this.recipients.count(tenant, mailing, state);
	}

	private long count(TenantId tenant, String mailing, Answer answer) {
		return this.recipients.count(tenant, mailing, answer);
	}

	private record Counted(Results results, long until) {
	}

}
