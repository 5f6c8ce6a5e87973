package dev.insyn.pagekit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import gg.jte.Content;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Lets a controller return content as its body. It is rendered whole before the first byte is sent, so a template that
/// fails gives an error page and not half a page.
final class ContentConverter extends AbstractHttpMessageConverter<Content> {

	ContentConverter() {
		super(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
	}

	@Override
	public List<MediaType> getSupportedMediaTypes(Class<?> type) {
		return canWrite(type, null) ? getSupportedMediaTypes() : List.of();
	}

	@Override
	protected boolean supports(Class<?> type) {
		return Content.class.isAssignableFrom(type);
	}

	@Override
	public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected Content readInternal(Class<? extends Content> type, HttpInputMessage message) {
		throw new HttpMessageNotReadableException("content is only written", message);
	}

	@Override
	protected void writeInternal(Content content, HttpOutputMessage message) throws IOException {
		byte[] html = Kit.bytes(content);
		message.getHeaders().setContentLength(html.length);
		message.getBody().write(html);
	}

}
