package dev.insyn.page.theme.image;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.page.theme.image.PictureRefused.Reason;

/// What a picture is for, and the sizes that screens need of it.
public enum ImageKind {

	/// 44 pixels high on a page, for screens of one, two and three times the density.
	LOGO("logo") {

		@Override
		Pixels cut(Pixels picture) {
			return picture.trimmed();
		}

		@Override
		List<Rendition> renditions(Pixels logo) {
			if (logo.height() < SMALLEST_LOGO || logo.width() < SMALLEST_LOGO) {
				throw new PictureRefused(Reason.TOO_SMALL, logo.width(), logo.height());
			}
			double share = Math.min((double) LOGO_HEIGHT / logo.height(), (double) WIDEST_LOGO / logo.width());
			List<Rendition> renditions = new ArrayList<>();
			for (int density = 1; density <= 3; density++) {
				double scale = Math.min(1, share * density);
				Pixels scaled = logo.scaled(Math.max(1, (int) Math.round(logo.width() * scale)),
						Math.max(1, (int) Math.round(logo.height() * scale)));
				renditions.add(Rendition.of(this, scaled, Encoder.png(scaled), "png"));
				if (scale == 1) {
					break;
				}
			}
			return renditions;
		}

	},

	/// As wide as the window and low, so that the middle of a tall picture is taken.
	BANNER("banner") {

		@Override
		Pixels cut(Pixels picture) {
			int height = Math.min(picture.height(), Math.max(LOWEST_BANNER, picture.width() / 4));
			return picture.cropped(0, (picture.height() - height) / 2, picture.width(), height);
		}

		@Override
		List<Rendition> renditions(Pixels middle) {
			if (middle.width() < NARROWEST_BANNER || middle.height() < LOWEST_BANNER) {
				throw new PictureRefused(Reason.TOO_SMALL, middle.width(), middle.height());
			}
			List<Rendition> renditions = new ArrayList<>();
			for (int width : List.of(640, 1280, 1920)) {
				int fitting = Math.min(width, middle.width());
				Pixels scaled = middle.scaled(fitting, Math.max(1, middle.height() * fitting / middle.width()));
				renditions.add(banner(scaled));
				if (fitting < width || fitting == middle.width()) {
					break;
				}
			}
			return renditions;
		}

	};

	private static final int LOGO_HEIGHT = 44;

	private static final int WIDEST_LOGO = 480;

	private static final int SMALLEST_LOGO = 16;

	private static final int NARROWEST_BANNER = 640;

	private static final int LOWEST_BANNER = 80;

	private final String code;

	ImageKind(String code) {
		this.code = code;
	}

	/// Its name in addresses, JSON and keys of texts.
	public String code() {
		return this.code;
	}

	/// The part of the picture that is shown.
	abstract Pixels cut(Pixels picture);

	/// @throws PictureRefused if there is too little of it
	abstract List<Rendition> renditions(Pixels shown);

	/// A drawing is a PNG where that is not much larger; a photograph is a JPEG of at
	/// most
	/// 60 bytes per pixel of its width.
	private static Rendition banner(Pixels scaled) {
		if (!scaled.opaque()) {
			return Rendition.of(BANNER, scaled, Encoder.png(scaled), "png");
		}
		byte[] jpeg = Encoder.jpeg(scaled, scaled.width() * 60);
		byte[] png = scaled.drawn() ? Encoder.png(scaled) : jpeg;
		return (png != jpeg && png.length <= jpeg.length * 1.3) ? Rendition.of(BANNER, scaled, png, "png")
				: Rendition.of(BANNER, scaled, jpeg, "jpg");
	}

}
