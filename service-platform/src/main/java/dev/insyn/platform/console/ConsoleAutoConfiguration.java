package dev.insyn.platform.console;

import java.util.List;

import dev.insyn.pagekit.console.Console;
import dev.insyn.platform.contacts.ChoosingContacts;
import dev.insyn.platform.contacts.ContactSearch;
import dev.insyn.platform.errors.ConsoleErrorPage;
import dev.insyn.platform.errors.ErrorPage;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// For services that have page-kit: the signed-in user as an argument, errors within the console's frame, and in the look
/// of the other pages where nobody is signed in.
@AutoConfiguration(beforeName = "dev.insyn.platform.errors.ErrorsAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Console.class)
class ConsoleAutoConfiguration {

	@Bean
	ConsoleErrorPage consoleErrorPage(Tenants tenants) {
		return new ConsoleErrors(new ConsoleUsers(tenants));
	}

	/// To people who are no users.
	@Bean
	@ConditionalOnMissingBean
	ErrorPage errorPageOfNobody() {
		return new PeoplesErrors();
	}

	@Bean
	@ConditionalOnMissingBean
	ContactSearch contactSearch(ServiceClients clients) {
		return new ContactSearch(clients);
	}

	@Bean
	@ConditionalOnMissingBean
	ChoosingContacts choosingContacts(ContactSearch search) {
		return new ChoosingContacts(search);
	}

	@Bean
	WebMvcConfigurer usersInControllers(Tenants tenants) {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new ConsoleUsers(tenants));
			}
		};
	}

}
