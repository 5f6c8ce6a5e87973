package dev.insyn.notification.mailing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.notification.StableId;

/// Which mails may go now: so many a second of a mailing, and so many a second to a receiving domain, counting all
/// instances.
final class Pace {

	private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

	private final Rates rates;

	private final String mailing;

	private final int perSecond;

	private final int perDomain;

	/// @param perSecond and perDomain 0 for no limit
	Pace(Rates rates, String mailing, int perSecond, int perDomain) {
		this.rates = rates;
		this.mailing = "mailing:" + mailing;
		this.perSecond = perSecond;
		this.perDomain = perDomain;
	}

	/// @param left those that have not gone
	/// @param most so many at once
	Turn next(List<Prepared> left, int most) {
		if (this.perDomain == 0 && this.perSecond == 0) {
			return new Turn(List.copyOf(left.subList(0, Math.min(most, left.size()))), Duration.ZERO);
		}
		Rates.Taken taken = take(this.mailing, this.perSecond, Math.min(most, left.size()));
		Turn turn = (this.perDomain == 0 || taken.number() == 0)
				? new Turn(List.copyOf(left.subList(0, taken.number())), taken.pause())
				: ofDomains(left, taken.number());
		if (turn.mails().size() < taken.number()) {
			this.rates.giveBack(this.mailing, this.perSecond, taken.number() - turn.mails().size());
		}
		return turn;
	}

	private Turn ofDomains(List<Prepared> left, int most) {
		Map<String, List<Prepared>> byDomain = new LinkedHashMap<>();
		left.forEach((mail) -> byDomain.computeIfAbsent(mail.domain(), (domain) -> new ArrayList<>()).add(mail));
		List<Prepared> chosen = new ArrayList<>();
		Duration shortest = LONGEST_WAIT;
		Iterator<Map.Entry<String, List<Prepared>>> domains = byDomain.entrySet().iterator();
		while (domains.hasNext() && chosen.size() < most) {
			Map.Entry<String, List<Prepared>> domain = domains.next();
			Rates.Taken taken = take("domain:" + StableId.of("domain", domain.getKey()), this.perDomain,
					Math.min(domain.getValue().size(), most - chosen.size()));
			chosen.addAll(domain.getValue().subList(0, taken.number()));
			shortest = (taken.pause().compareTo(shortest) < 0) ? taken.pause() : shortest;
		}
		return new Turn(chosen, shortest);
	}

	private Rates.Taken take(String whose, int limit, int wanted) {
		return (limit == 0) ? new Rates.Taken(wanted, Duration.ZERO) : this.rates.take(whose, limit, wanted);
	}

	/// @param mails that may go at once
	/// @param pause before it is worth asking again, if there are none
	record Turn(List<Prepared> mails, Duration pause) {
	}

}
