package dev.insyn.audit;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/// `java -jar audit-service.jar --verify`: checks every chain and says what it found. Exit code 0: all intact; 1: at
/// least one is not; 2: none could be checked, or not against the anchors.
@Component
class VerifyCommand {

	static final String ARGUMENT = "--verify";

	private static final int INTACT = 0;

	private static final int NOT_INTACT = 1;

	private static final int UNSURE = 2;

	private final Verification verification;

	private final Anchors anchors;

	private final ChainNames names;

	VerifyCommand(Verification verification, Anchors anchors, ChainNames names) {
		this.verification = verification;
		this.anchors = anchors;
		this.names = names;
	}

	/// Starts without web server and consumers, so that it may run beside the service.
	static int run(String[] args) {
		SpringApplication application = new SpringApplication(AuditServiceApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("logging.level.root", "warn"));
		application.setAdditionalProfiles("verify");
		application.setLogStartupInfo(false);
		try (ConfigurableApplicationContext context = application.run(args)) {
			return context.getBean(VerifyCommand.class).verify(System.out);
		}
		catch (RuntimeException ex) {
			System.err.println("The chains could not be checked: " + ex.getClass().getSimpleName());
			return UNSURE;
		}
	}

	int verify(PrintStream out) {
		Map<TenantId, AnchorsOfChain> published = this.anchors.of(this.names.all());
		List<Verdict> verdicts = published.entrySet()
			.stream()
			.map((chain) -> this.verification.verify(chain.getKey(), chain.getValue()))
			.toList();
		verdicts.forEach((verdict) -> out.println(describe(verdict)));
		if (verdicts.stream().anyMatch((verdict) -> !verdict.intact())) {
			return NOT_INTACT;
		}
		return verdicts.stream().anyMatch((verdict) -> verdict.anchors() == null) ? UNSURE : INTACT;
	}

	private static String describe(Verdict verdict) {
		Finding finding = verdict.finding();
		String anchors = (verdict.anchors() != null) ? verdict.anchors() + " anchors" : "anchors not checked";
		return (finding == null) ? "%s: intact, %d records, %s".formatted(verdict.chain(), verdict.length(), anchors)
				: "%s: NOT INTACT, record %d %s (%s), %s".formatted(verdict.chain(), finding.firstBad(), finding.why(),
						finding.kind(), anchors);
	}

}
