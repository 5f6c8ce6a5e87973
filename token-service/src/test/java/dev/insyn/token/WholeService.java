package dev.insyn.token;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.insyn.testing.InfrastructureForTests;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The whole service on a real port, with a broker and a database, two tenants and their clients.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({ InfrastructureForTests.class, ContactServiceForTests.class, Visitor.class, Observed.class,
		ProvidersForTests.class })
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"insyn.public-url=http://localhost:8080",
		"insyn.security.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
		"insyn.services.landing-page=http://localhost:1", "insyn.tenants[0].id=nordcykel",
		"insyn.tenants[0].name=Nordcykel AB", "insyn.tenants[0].languages=sv,en", "insyn.tenants[1].id=fjordbok",
		"insyn.tenants[1].name=Fjordbok AS", "insyn.tenants[1].languages=nb,en",
		"insyn.token.portal.remember-devices-for=nordcykel", "insyn.token.clients[0].id=crm-nordcykel",
		"insyn.token.clients[0].secret=nordcykel-secret-1", "insyn.token.clients[0].tenant=nordcykel",
		"insyn.token.clients[0].scopes=links.issue,links.read,links.revoke", "insyn.token.clients[1].id=crm-fjordbok",
		"insyn.token.clients[1].secret=fjordbok-secret-12", "insyn.token.clients[1].tenant=fjordbok",
		"insyn.token.clients[1].scopes=links.read", "insyn.token.clients[2].id=landing-page-service",
		"insyn.token.clients[2].secret=landing-page-secret",
		"insyn.token.clients[2].scopes=contacts.deliver,users.read,access-codes.read",
		"insyn.token.users[0].tenant=nordcykel", "insyn.token.users[0].email=karin@nordcykel.example",
		"insyn.token.users[0].name=Karin Åberg", "insyn.token.users[0].level=99",
		"insyn.token.users[0].password=" + WholeService.Users.KARINS_PASSWORD, "insyn.token.users[1].tenant=nordcykel",
		"insyn.token.users[1].email=Maja@nordcykel.example", "insyn.token.users[1].name=Maja Holm",
		"insyn.token.users[1].level=10", "insyn.token.users[1].password=" + WholeService.Users.MAJAS_HASH,
		"insyn.token.users[2].tenant=fjordbok", "insyn.token.users[2].email=ingrid@fjordbok.example",
		"insyn.token.users[2].name=Ingrid Solberg", "insyn.token.users[2].level=99",
		"insyn.token.users[2].password=" + WholeService.Users.INGRIDS_PASSWORD, "insyn.token.users[3].tenant=nordcykel",
		"insyn.token.users[3].email=johan@nordcykel.example", "insyn.token.users[3].name=Johan Ek",
		"insyn.token.users[3].level=50", "insyn.token.users[3].password=" + WholeService.Users.JOHANS_PASSWORD,
		"insyn.token.users[4].tenant=nordcykel", "insyn.token.users[4].email=lena@nordcykel.example",
		"insyn.token.users[4].name=Lena Strand", "insyn.token.users[4].level=50",
		"insyn.token.users[4].password=" + WholeService.Users.LENAS_PASSWORD })
public @interface WholeService {

	/// The users' passwords.
	final class Users {

		static final String KARINS_PASSWORD = "karins-lösenord";

		static final String MAJAS_PASSWORD = "majas-lösenord";

		static final String MAJAS_HASH = "{bcrypt}$2a$10$5hmjnNUFssdDj6V.OgcB5uu03i/xLuk.FVuboHORu4r6X1hI7S65G";

		static final String INGRIDS_PASSWORD = "ingrids-passord";

		static final String JOHANS_PASSWORD = "johans-lösenord";

		static final String LENAS_PASSWORD = "lenas-lösenord-1";

		private Users() {
		}

	}

}
