package dev.insyn.platform.console;

import java.util.Optional;

import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controller methods the signed-in user as the console shows it; anybody else gets 403.
final class ConsoleUsers implements HandlerMethodArgumentResolver {

	private final Tenants tenants;

	ConsoleUsers(Tenants tenants) {
		this.tenants = tenants;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ConsoleUser.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return signedIn().map(this::of)
			.orElseThrow(() -> new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:wrong-caller", "Only for a user"));
	}

	static Optional<UserCaller> signedIn() {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		return (known != null && known.getPrincipal() instanceof UserCaller user) ? Optional.of(user)
				: Optional.empty();
	}

	ConsoleUser of(UserCaller user) {
		return new ConsoleUser(user.tenant().value(), this.tenants.get(user.tenant()).name(), user.name(), user.level(),
				user.language());
	}

}
