package dev.insyn.page.theme;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.PictureRefused;
import dev.insyn.page.theme.image.Preparing;
import dev.insyn.page.theme.image.UploadedImages;
import dev.insyn.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes pictures, and lets go of those that no theme came to wear.
@Component
public class UploadingPictures {

	private static final Logger logger = LoggerFactory.getLogger(UploadingPictures.class);

	private static final Duration UNWORN = Duration.ofDays(7);

	private final Preparing preparing;

	private final UploadedImages images;

	private final Themes themes;

	UploadingPictures(Preparing preparing, UploadedImages images, Themes themes) {
		this.preparing = preparing;
		this.images = images;
		this.themes = themes;
	}

	/// @return the picture's hash, for a theme to wear
	/// @throws PictureRefused if it can't be taken
	public String upload(TenantId tenant, ImageKind kind, byte[] file) {
		return this.images.keep(tenant, this.preparing.prepare(kind, file));
	}

	@Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT12H")
	void sweep() {
		int removed = this.images.sweep(UNWORN, (tenant, hash) -> wornBy(tenant).contains(hash));
		if (removed > 0) {
			logger.info("Removed {} pictures that no theme wears", removed);
		}
	}

	private Set<String> wornBy(TenantId tenant) {
		Set<String> worn = new HashSet<>();
		this.themes.all(tenant).forEach((theme) -> {
			for (ImageKind kind : ImageKind.values()) {
				String picture = theme.state().pictures().get(kind);
				if (picture != null) {
					worn.add(picture);
				}
			}
		});
		return worn;
	}

}
