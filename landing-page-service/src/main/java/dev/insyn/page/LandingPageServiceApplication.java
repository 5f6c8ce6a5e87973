package dev.insyn.page;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Landing pages, themes and texts; renders pages and takes updates.
@SpringBootApplication
@EnableScheduling
public class LandingPageServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(LandingPageServiceApplication.class, arguments);
	}

}
