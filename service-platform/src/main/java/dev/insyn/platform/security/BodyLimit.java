package dev.insyn.platform.security;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.errors.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Refuses bodies that are too large with 413: by their Content-Length before anything is read, and by counting what is
/// read, since a body in chunks names no length. (Forms, and the parts of an upload, are read by Tomcat itself,
/// whose limits are set to the same.)
final class BodyLimit extends OncePerRequestFilter {

	private final long usual;

	private final Map<PathPattern, Long> larger = new LinkedHashMap<>();

	private final ProblemAnswers answers;

	/// @param larger the limits of paths that take more than the usual, by pattern
	BodyLimit(DataSize usual, Map<String, DataSize> larger, ProblemAnswers answers) {
		this.usual = usual.toBytes();
		larger.forEach(
				(pattern, limit) -> this.larger.put(PathPatternParser.defaultInstance.parse(pattern), limit.toBytes()));
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long limit = limit(request);
		if (request.getContentLengthLong() > limit) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			this.answers.answer(request, response, tooLarge(limit));
			return;
		}
		chain.doFilter(new Counted(request, limit), response);
	}

	private long limit(HttpServletRequest request) {
		PathContainer path = PathContainer.parsePath(request.getRequestURI());
		return this.larger.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(path))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(this.usual);
	}

	private static Problem tooLarge(long limit) {
		return new Problem(HttpStatus.CONTENT_TOO_LARGE, "urn:insyn:problem:body-too-large",
				"A body may have " + limit + " bytes");
	}

	/// The request with a counted body.
	private static final class Counted extends HttpServletRequestWrapper {

		private final long limit;

		private @Nullable CountedStream stream;

		Counted(HttpServletRequest request, long limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.stream == null) {
				this.stream = new CountedStream(super.getInputStream(), this.limit);
			}
			return this.stream;
		}

		@Override
		public java.io.BufferedReader getReader() throws IOException {
			String encoding = getCharacterEncoding();
			return new java.io.BufferedReader(
					new java.io.InputStreamReader(getInputStream(), (encoding != null) ? encoding : "UTF-8"));
		}

	}

	/// Counts what is read and stops at the limit.
	private static final class CountedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private long read;

		CountedStream(ServletInputStream body, long limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int value = this.body.read();
			count((value >= 0) ? 1 : 0);
			return value;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = this.body.read(buffer, offset, length);
			count(Math.max(count, 0));
			return count;
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

		private void count(int more) {
			this.read += more;
			if (this.read > this.limit) {
				throw tooLarge(this.limit);
			}
		}

	}

}
