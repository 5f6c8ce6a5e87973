package dev.insyn.page.theme;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.insyn.page.theme.ThemeImages.Image;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.PreparedImage;
import dev.insyn.page.theme.image.Rendition;
import dev.insyn.page.theme.image.UploadedImages;
import dev.insyn.pagekit.Brand;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// A theme as pages wear it. Its style sheet and its pictures lie under addresses made of their content, so browsers may keep
/// them for ever.
final class WornTheme {

	private static final String CSS = "theme.css";

	private final Tenant tenant;

	private final Look look;

	private final Image css;

	private final String hash;

	private final String address;

	private final @Nullable Picture logo;

	private final @Nullable Picture banner;

	private final Image logoOrMonogram;

	private final @Nullable MailLogo mailLogo;

	WornTheme(Tenant tenant, String id, Theme theme, UploadedImages uploaded) {
		this.tenant = tenant;
		this.look = theme.look();
		this.css = style(this.look.css());
		Pictures pictures = theme.pictures();
		this.hash = Sha256
			.of(this.css.content(), (pictures.logo() + "|" + pictures.banner()).getBytes(StandardCharsets.UTF_8))
			.substring(0, 12);
		this.address = "/theme/" + tenant.id() + "/" + id + "-" + this.hash + "/" + CSS;
		this.logo = picture(tenant, pictures.logo(), uploaded);
		this.banner = picture(tenant, pictures.banner(), uploaded);
		this.logoOrMonogram = Optional.ofNullable(pictures.logo())
			.flatMap((name) -> ThemeImages.isOurs(name) ? Optional.of(ThemeImages.get(name))
					: uploaded.find(tenant.id(), name).map(WornTheme::largest))
			.orElseGet(() -> Monogram.of(tenant.name(), this.look.light()));
		this.mailLogo = Optional.ofNullable(pictures.logo())
			.flatMap((name) -> ThemeImages.isOurs(name) ? MailLogo.ours(name)
					: uploaded.find(tenant.id(), name).flatMap(MailLogo::of))
			.orElse(null);
	}

	/// What a mail carries; empty where the theme has no logo.
	Optional<MailLogo> mailLogo() {
		return Optional.ofNullable(this.mailLogo);
	}

	/// @return null if there is no such picture
	static @Nullable Picture picture(Tenant tenant, @Nullable String name, UploadedImages uploaded) {
		if (name == null) {
			return null;
		}
		return ThemeImages.isOurs(name) ? Picture.ours(tenant.id(), name)
				: uploaded.find(tenant.id(), name)
					.map((image) -> Picture.uploaded(tenant.id(), name, image))
					.orElse(null);
	}

	private static Image largest(PreparedImage image) {
		Rendition size = image.renditions().getLast();
		return new Image(size.content(), size.contentType());
	}

	private static Image style(String css) {
		return new Image(css.getBytes(StandardCharsets.UTF_8), "text/css;charset=utf-8");
	}

	Brand brand() {
		return brand(this.tenant, this.address, this.logo, this.banner);
	}

	static Brand brand(Tenant tenant, String css, @Nullable Picture logo, @Nullable Picture banner) {
		return new Brand(tenant.name(), address(logo), address(banner), css,
				tenant.contactEmail().isBlank() ? null : tenant.contactEmail(), set(logo), set(banner));
	}

	private static @Nullable String address(@Nullable Picture picture) {
		return (picture != null) ? picture.address() : null;
	}

	private static @Nullable String set(@Nullable Picture picture) {
		return (picture == null || picture.set().isEmpty()) ? null : picture.set();
	}

	Palette light() {
		return this.look.light();
	}

	/// Twelve digits that are others when anything of the look is.
	String hash() {
		return this.hash;
	}

	@Nullable Picture picture(ImageKind kind) {
		return (kind == ImageKind.LOGO) ? this.logo : this.banner;
	}

	Image consoleLook() {
		return style(ConsoleLook.css(this.look));
	}

	Image logoOrMonogram() {
		return this.logoOrMonogram;
	}

	Optional<Image> file(String name) {
		return name.equals(CSS) ? Optional.of(this.css) : Optional.empty();
	}

}
