package dev.insyn.notification;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.insyn.platform.tenancy.Tenant;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.internet.MimeMessage;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A mail server that asks who one is, and signed mails as a receiving server checks them: with another library than the one
/// that signs.
class SecureSmtpTests {

	private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	private KeyPair keys;

	@BeforeEach
	void begin() throws Exception {
		this.server.start();
		this.server.setUser("karin@nordcykel.example", "insyn", "a-good-password");
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		this.keys = generator.generateKeyPair();
	}

	@AfterEach
	void end() {
		this.server.stop();
	}

	@Test
	void signsForItsDomainSoThatAReceiverCanCheckIt() throws Exception {
		smtp("a-good-password", true).deliver("id1", letter());
		byte[] mail = received();
		assertThat(new String(mail, StandardCharsets.UTF_8)).contains("DKIM-Signature:", "d=insyn.example", "s=s1");
		assertThat(verify(mail)).singleElement().satisfies((signature) -> {
			assertThat(signature.getDToken().toString()).isEqualTo("insyn.example");
			assertThat(signature.getHeaders()).extracting(Object::toString)
				.map(String::toLowerCase)
				.contains("from", "to", "subject", "list-unsubscribe", "list-unsubscribe-post");
		});
	}

	/// Red when the subject, the body or the unsubscribe address is not signed.
	@Test
	void aChangedMailIsNoMoreSigned() throws Exception {
		smtp("a-good-password", true).deliver("id1", letter());
		String mail = new String(received(), StandardCharsets.UTF_8);
		for (String[] change : new String[][] { { "Hej Anna", "Hej Eva" }, { "/unsubscribe/abc", "/unsubscribe/abd" },
				{ "Ring oss", "Ring dem" } }) {
			assertThat(mail).contains(change[0]);
			assertThatExceptionOfType(FailException.class)
				.isThrownBy(() -> verify(mail.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void signsNothingForADomainWithoutAKey() throws Exception {
		smtp("a-good-password", false).deliver("id1", letter());
		assertThat(new String(received(), StandardCharsets.UTF_8)).doesNotContain("DKIM-Signature");
	}

	/// Red when the name and the password are not given to the connection.
	@Test
	void tellsAServerThatAsksWhoItIs() {
		assertThatExceptionOfType(NotDelivered.class).isThrownBy(() -> smtp("wrong", false).deliver("id1", letter()))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo("login-refused"));
		smtp("a-good-password", false).deliver("id2", letter());
		assertThat(this.server.getReceivedMessages()).hasSize(1);
	}

	/// Red without `mail.smtp.starttls.required`, which operations.md asks for: name,
	/// password and mail would go in the clear.
	@Test
	void saysNothingInTheClearToAServerThatEncrypts() throws Exception {
		try (StartTlsServer tls = new StartTlsServer(true)) {
			smtp(tls.port(), "a-good-password", false).deliver("id1", letter());
			assertThat(tls.accepted()).singleElement().asString().contains("Ring oss");
			assertThat(tls.inTheClear()).isNotEmpty().allMatch((line) -> line.matches("EHLO .*|STARTTLS"));
		}
	}

	@Test
	void sendsNothingToAServerThatDoesNotEncrypt() throws Exception {
		try (StartTlsServer plain = new StartTlsServer(false)) {
			assertThatExceptionOfType(NotDelivered.class)
				.isThrownBy(() -> smtp(plain.port(), "a-good-password", false).deliver("id1", letter()))
				.satisfies((failure) -> assertThat(failure.isPermanent()).isFalse());
			assertThat(plain.inTheClear()).noneMatch((line) -> line.startsWith("AUTH") || line.startsWith("MAIL"));
		}
	}

	private Smtp smtp(String password, boolean signing) {
		return smtp(0, password, signing);
	}

	/// @param tls the port of a server that has to encrypt; 0 for the one that need not
	private Smtp smtp(int tls, String password, boolean signing) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort((tls != 0) ? tls : this.server.getSmtp().getPort());
		sender.getJavaMailProperties().put("mail.smtp.starttls.enable", "true");
		sender.getJavaMailProperties().put("mail.smtp.starttls.required", String.valueOf(tls != 0));
		sender.getJavaMailProperties().put("mail.smtp.ssl.trust", "*");
		sender.getJavaMailProperties().put("mail.smtp.ssl.checkserveridentity", "false");
		sender.setUsername("insyn");
		sender.setPassword(password);
		sender.getJavaMailProperties().put("mail.smtp.auth", "true");
		sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
		DeliverySettings delivery = new DeliverySettings(Map.of(),
				signing ? List.of(new DeliverySettings.DkimKey("insyn.example", "s1",
						Base64.getMimeEncoder().encodeToString(this.keys.getPrivate().getEncoded()))) : List.of(),
				100, Duration.ofSeconds(10));
		NotificationSettings settings = NotificationFixtures.settings();
		CircuitBreakerRegistry breakers = new NotificationConfiguration().circuitBreakers(settings);
		return new Smtp(sender, settings, delivery, new DkimSigning(delivery), breakers);
	}

	private static Letter letter() {
		Tenant nordcykel = NotificationFixtures.nordcykel();
		return new Letter(nordcykel, "karin@nordcykel.example",
				new MailContent("Hej Anna", "<p>Ring oss</p>", "Ring oss"),
				Map.of("List-Unsubscribe", "<https://insyn.example/unsubscribe/abc>", "List-Unsubscribe-Post",
						"List-Unsubscribe=One-Click"),
				null);
	}

	private byte[] received() throws Exception {
		this.server.waitForIncomingEmail(5000, 1);
		MimeMessage message = this.server.getReceivedMessages()[0];
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		message.writeTo(out);
		return out.toByteArray();
	}

	private List<SignatureRecord> verify(byte[] mail) throws Exception {
		PublicKeyRecordRetriever dns = (method, selector, domain) -> List
			.of("v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(this.keys.getPublic().getEncoded()));
		return new DKIMVerifier(dns).verify(new ByteArrayInputStream(mail));
	}

}
