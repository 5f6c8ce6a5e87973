package dev.insyn.audit;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Records what happens, and with the argument `--verify` checks what was recorded instead.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AuditServiceApplication {

	public static void main(String[] args) {
		if (Arrays.asList(args).contains(VerifyCommand.ARGUMENT)) {
			System.exit(VerifyCommand.run(args));
		}
		SpringApplication.run(AuditServiceApplication.class, args);
	}

}
