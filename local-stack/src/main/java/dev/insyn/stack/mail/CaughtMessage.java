package dev.insyn.stack.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/// One mail in one recipient's inbox.
///
/// @param from as the mail's header says, name included
/// @param to the recipient that the sending program named to the server, address only
/// @param images that it carries, by their ids, as `data:` addresses
/// @param at when it arrived
public record CaughtMessage(String id, String from, String to, String subject, @Nullable String text,
		@Nullable String html, @JsonIgnore Map<String, String> images, Instant at) {

	/// Its HTML as a mail program shows it, with the images that it carries.
	public Optional<String> shown() {
		return Optional.ofNullable(this.html).map((html) -> {
			String shown = html;
			for (Map.Entry<String, String> image : this.images.entrySet()) {
				shown = shown.replace("cid:" + image.getKey(), image.getValue());
			}
			return shown;
		});
	}

}
