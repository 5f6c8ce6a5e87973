package dev.insyn.platform.security;

import java.lang.annotation.Annotation;

import dev.insyn.platform.errors.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Enforces [RequiredScope] and [RequiredLevel], and tells when a level did not suffice.
final class AccessCheck implements HandlerInterceptor {

	private final AccessRefusals refusals;

	AccessCheck(AccessRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			check(find(method, RequiredScope.class), find(method, RequiredLevel.class), request);
		}
		return true;
	}

	private void check(@Nullable RequiredScope scope, @Nullable RequiredLevel level, HttpServletRequest request) {
		if (scope != null && level != null && CurrentCaller.authentication().caller() instanceof UserCaller user) {
			check(user, level, request);
		}
		else if (scope != null) {
			CurrentCaller.as(ClientCaller.class).require(scope.value());
		}
		else if (level != null) {
			check(CurrentCaller.as(UserCaller.class), level, request);
		}
	}

	private void check(UserCaller user, RequiredLevel level, HttpServletRequest request) {
		if (!user.may(level.value())) {
			this.refusals.tell(user, request.getMethod(), Route.of(request), level.value());
		}
		user.require(level.value());
	}

	private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
		A onMethod = method.getMethodAnnotation(type);
		return (onMethod != null) ? onMethod : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
	}

}
