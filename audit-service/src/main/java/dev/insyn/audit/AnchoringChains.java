package dev.insyn.audit;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.events.ChainAnchored;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.EventSender;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Publishes the heads of chains that have grown, to a topic that keeps them for good: who can write to the database but
/// not to the broker can't take back what was said there.
@Component
@ConditionalOnWebApplication
class AnchoringChains {

	private final ChainNames names;

	private final Heads heads;

	private final EventSender events;

	private final AnchorTopic topic;

	private final Clock clock;

	private final Map<TenantId, String> anchored = new ConcurrentHashMap<>();

	AnchoringChains(ChainNames names, Heads heads, EventSender events, AnchorTopic topic, Clock clock) {
		this.names = names;
		this.heads = heads;
		this.events = events;
		this.topic = topic;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${insyn.audit.anchor-every:1m}",
			fixedDelayString = "${insyn.audit.anchor-every:1m}")
	void anchorAll() {
		this.names.all().forEach((chain) -> this.heads.sound(chain).ifPresent((head) -> anchor(chain, head)));
	}

	private void anchor(TenantId chain, Head head) {
		if (head.hash().equals(this.anchored.get(chain))) {
			return;
		}
		this.events.send(new OutgoingEvent(ChainAnchored.TOPIC, ChainAnchored.TYPE, chain, chain.value(),
				Actor.system("audit-service"),
				new ChainAnchored(chain.value(), head.length(), head.hash(), this.clock.instant())));
		this.anchored.put(chain, head.hash());
		this.topic.keepForGood();
	}

}
