package dev.insyn.platform.security;

import java.lang.annotation.Annotation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Enforces [RequiredScope] and [RequiredLevel].
final class AccessCheck implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			check(find(method, RequiredScope.class), find(method, RequiredLevel.class));
		}
		return true;
	}

	private static void check(@Nullable RequiredScope scope, @Nullable RequiredLevel level) {
		if (scope != null && level != null && CurrentCaller.authentication().caller() instanceof UserCaller user) {
			user.require(level.value());
		}
		else if (scope != null) {
			CurrentCaller.as(ClientCaller.class).require(scope.value());
		}
		else if (level != null) {
			CurrentCaller.as(UserCaller.class).require(level.value());
		}
	}

	private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
		A onMethod = method.getMethodAnnotation(type);
		return (onMethod != null) ? onMethod : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
	}

}
