package dev.insyn.stack.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FatalLineTests {

	@Test
	void prefersSpringBootsOwnExplanation() {
		assertThat(line("""
				2026-01-01 ERROR o.s.b.d.LoggingFailureAnalysisReporter :
				***************************
				APPLICATION FAILED TO START
				***************************
				Description:
				Web server failed to start. Port 8082 was already in use.
				Action:
				Identify and stop the process
				""")).isEqualTo("Web server failed to start. Port 8082 was already in use.");
	}

	@Test
	void takesTheInnermostCause() {
		assertThat(line("""
				ERROR Application run failed
				org.springframework.beans.factory.BeanCreationException: outer
				Caused by: java.lang.IllegalStateException: middle
				at dev.insyn.X
				Caused by: java.net.ConnectException: Connection refused
				at java.base
				""")).isEqualTo("Caused by: java.net.ConnectException: Connection refused");
	}

	@Test
	void takesTheLastComplaintOfAJvmThatCouldNotStart() {
		assertThat(line("""
				Error: Unable to access jarfile /x/contact-service.jar
				goodbye
				""")).isEqualTo("Error: Unable to access jarfile /x/contact-service.jar");
	}

	@Test
	void takesTheLastLineWhenNoneComplains() {
		assertThat(line("one\ntwo\n")).isEqualTo("two");
	}

	@Test
	void saysSoWhenThereIsNothingToTake() {
		assertThat(line("")).isEqualTo("it said nothing");
	}

	private static String line(String log) {
		return FatalLine.in(log.lines().filter((line) -> !line.isEmpty()).toList());
	}

}
