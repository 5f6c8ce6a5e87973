package dev.insyn.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The key of the chains: HMAC-SHA256, derived from the master key, so that whoever can write to the database can't
/// write a record that fits.
///
/// Every part goes in with its length before it: two different records never give the same input.
@Component
class ChainKey {

	private static final String RECORD = "audit-record-1";

	private static final String HEAD = "audit-head-1";

	private static final String PAYLOAD = "audit-payload-1";

	private final SecretKeySpec key;

	ChainKey(MasterKey master) {
		this.key = new SecretKeySpec(master.derive("audit-chain"), "HmacSHA256");
	}

	AuditRecord seal(TenantId chain, AuditRecord record) {
		return record.sealed(mac(chain, record));
	}

	boolean fits(TenantId chain, AuditRecord record) {
		return same(mac(chain, record), record.mac());
	}

	Head seal(TenantId chain, long length, String hash, long since) {
		return new Head(length, hash, since, headMac(chain, length, hash, since));
	}

	boolean fits(TenantId chain, Head head) {
		return same(headMac(chain, head.length(), head.hash(), head.since()), head.mac());
	}

	/// Keyed, since a plain hash of a name or a number can be guessed.
	String digest(byte[] payload) {
		return new Input(PAYLOAD).bytes(payload).mac(this.key);
	}

	private String headMac(TenantId chain, long length, @Nullable String hash, long since) {
		return new Input(HEAD).text(chain.value()).number(length).text(hash).number(since).mac(this.key);
	}

	private String mac(TenantId chain, AuditRecord record) {
		AuditedEvent event = record.event();
		return new Input(RECORD).text(chain.value())
			.number(record.seq())
			.text(record.previous())
			.text(record.place())
			.text(String.valueOf(record.recordedAt()))
			.text(event.id())
			.text(event.type())
			.text(event.subject())
			.text(event.actor())
			.text(event.time())
			.text(event.source())
			.text(event.contact())
			.text(event.crmContact())
			.text(event.trace())
			.bytes(event.body())
			.text(event.digest())
			.text(event.remark())
			.mac(this.key);
	}

	private static boolean same(String expected, @Nullable String found) {
		return found != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				found.getBytes(StandardCharsets.UTF_8));
	}

	/// What is sealed, part by part. Takes nulls also where a sound record has none,
	/// since it also reads tampered ones.
	private static final class Input {

		private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);

		private final DataOutputStream out = new DataOutputStream(this.buffer);

		Input(String purpose) {
			text(purpose);
		}

		Input text(@Nullable String part) {
			return bytes((part != null) ? part.getBytes(StandardCharsets.UTF_8) : null);
		}

		Input bytes(byte @Nullable [] part) {
			try {
				this.out.writeInt((part != null) ? part.length : -1);
				if (part != null) {
					this.out.write(part);
				}
				return this;
			}
			catch (IOException impossible) {
				throw new UncheckedIOException(impossible);
			}
		}

		Input number(long part) {
			return text(Long.toString(part));
		}

		String mac(SecretKeySpec key) {
			try {
				Mac mac = Mac.getInstance(key.getAlgorithm());
				mac.init(key);
				return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(this.buffer.toByteArray()));
			}
			catch (GeneralSecurityException impossible) {
				throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
			}
		}

	}

}
