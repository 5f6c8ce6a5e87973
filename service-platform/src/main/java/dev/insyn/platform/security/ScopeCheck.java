package dev.insyn.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Enforces [RequiredScope].
final class ScopeCheck implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			RequiredScope required = required(method);
			if (required != null) {
				CurrentCaller.as(ClientCaller.class).require(required.value());
			}
		}
		return true;
	}

	private static @Nullable RequiredScope required(HandlerMethod method) {
		RequiredScope onMethod = method.getMethodAnnotation(RequiredScope.class);
		return (onMethod != null) ? onMethod
				: AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiredScope.class);
	}

}
