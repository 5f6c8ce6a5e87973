package dev.insyn.token.signin;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.session.SignInWay;

import org.springframework.stereotype.Component;

/// Tells that somebody was not let in. Neither fails nor waits.
@Component
public class TellingRefusals {

	private final SignInMessaging messaging;

	TellingRefusals(SignInMessaging messaging) {
		this.messaging = messaging;
	}

	/// Of somebody who is no user known here, or may be none at all.
	public void tell(RefusalReason reason, SignInWay by) {
		this.messaging.tell(this.messaging.refused(null, reason, by));
	}

	/// Of somebody whom the tenant's provider knows.
	public void tell(TenantId tenant, String user, RefusalReason reason, SignInWay by) {
		this.messaging.tell(this.messaging.refused(tenant, user, reason, by));
	}

}
