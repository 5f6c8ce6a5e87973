package dev.insyn.platform.security;

import java.io.IOException;

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
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies that are too large with 413: by their Content-Length before anything is read, and by counting what is
/// read, since a body in chunks names no length. (Forms are read by Tomcat itself, whose limit is set to the same.)
final class BodyLimit extends OncePerRequestFilter {

	private final long limit;

	private final ProblemAnswers answers;

	BodyLimit(DataSize limit, ProblemAnswers answers) {
		this.limit = limit.toBytes();
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			this.answers.answer(request, response, tooLarge());
			return;
		}
		chain.doFilter(new Counted(request), response);
	}

	private Problem tooLarge() {
		return new Problem(HttpStatus.CONTENT_TOO_LARGE, "urn:insyn:problem:body-too-large",
				"A body may have " + this.limit + " bytes");
	}

	/// The request with a counted body.
	private final class Counted extends HttpServletRequestWrapper {

		private @Nullable CountedStream stream;

		Counted(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.stream == null) {
				this.stream = new CountedStream(super.getInputStream());
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
	private final class CountedStream extends ServletInputStream {

		private final ServletInputStream body;

		private long read;

		CountedStream(ServletInputStream body) {
			this.body = body;
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
			if (this.read > BodyLimit.this.limit) {
				throw tooLarge();
			}
		}

	}

}
