package dev.insyn.page.theme;

import dev.insyn.page.theme.image.ImageKind;
import org.jspecify.annotations.Nullable;

/// A theme's pictures: each the hash of one that was uploaded, or the name of one of ours.
public record Pictures(@Nullable String logo, @Nullable String banner) {

	public static final Pictures NONE = new Pictures(null, null);

	public @Nullable String get(ImageKind kind) {
		return (kind == ImageKind.LOGO) ? this.logo : this.banner;
	}

	public Pictures with(ImageKind kind, @Nullable String picture) {
		return (kind == ImageKind.LOGO) ? new Pictures(picture, this.banner) : new Pictures(this.logo, picture);
	}

}
