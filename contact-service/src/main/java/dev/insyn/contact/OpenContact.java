package dev.insyn.contact;

import java.util.List;
import java.util.Optional;

import dev.insyn.platform.tenancy.TenantId;

/// A contact in clear, with the means to seal what is told of it.
public final class OpenContact {

	private final TenantId tenant;

	private final Contact contact;

	private final ContactSealing sealing;

	private final String keyId;

	private final boolean isNew;

	private final List<StoredContact.StoredReceipt> receipts;

	OpenContact(TenantId tenant, Contact contact, ContactSealing sealing, String keyId, boolean isNew,
			List<StoredContact.StoredReceipt> receipts) {
		this.tenant = tenant;
		this.contact = contact;
		this.sealing = sealing;
		this.keyId = keyId;
		this.isNew = isNew;
		this.receipts = List.copyOf(receipts);
	}

	public TenantId tenant() {
		return this.tenant;
	}

	public Contact contact() {
		return this.contact;
	}

	/// Whether there was no such contact until now.
	public boolean isNew() {
		return this.isNew;
	}

	/// The id of the data key that opens [#seal].
	public String keyId() {
		return this.keyId;
	}

	/// A compact JWE (`dir`, `A256GCM`) of the content as JSON.
	public String seal(Object content) {
		return this.sealing.jwe(content);
	}

	/// What one of the last updates was answered.
	public Optional<Receipt> receipt(String effectId) {
		return this.receipts.stream()
			.filter((receipt) -> receipt.effectId().equals(effectId))
			.findFirst()
			.map((receipt) -> this.sealing.open(receipt.content(), Receipt.PURPOSE, Receipt.class));
	}

	ContactSealing sealing() {
		return this.sealing;
	}

}
