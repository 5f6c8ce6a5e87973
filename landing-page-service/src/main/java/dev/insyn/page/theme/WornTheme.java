package dev.insyn.page.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.insyn.page.theme.ThemeImages.Image;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.pagekit.Brand;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/// A theme with its files, under an address that holds their hash: browsers may keep them for ever.
final class WornTheme {

	private static final String CSS = "theme.css";

	private final Tenant tenant;

	private final Palette light;

	private final String base;

	private final String hash;

	private final Image consoleLook;

	private final Image monogram;

	private final Map<String, Image> files = new LinkedHashMap<>();

	private final @Nullable String logo;

	private final @Nullable String banner;

	WornTheme(Tenant tenant, String id, Theme theme) {
		this.tenant = tenant;
		this.light = theme.light();
		this.files.put(CSS, new Image(theme.css().getBytes(StandardCharsets.UTF_8), "text/css;charset=utf-8"));
		this.logo = add(theme.logo());
		this.banner = add(theme.banner());
		this.hash = hash();
		this.consoleLook = new Image(ConsoleLook.css(theme).getBytes(StandardCharsets.UTF_8), "text/css;charset=utf-8");
		this.monogram = Monogram.of(tenant.name(), theme.light());
		this.base = "/theme/" + tenant.id() + "/" + id + "-" + this.hash + "/";
	}

	Brand brand() {
		String contactEmail = this.tenant.contactEmail();
		return new Brand(this.tenant.name(), url(this.logo), url(this.banner), url(CSS),
				contactEmail.isBlank() ? null : contactEmail);
	}

	Palette light() {
		return this.light;
	}

	String hashOfFiles() {
		return this.hash;
	}

	Image consoleLook() {
		return this.consoleLook;
	}

	Image logoOrMonogram() {
		Image own = (this.logo != null) ? this.files.get(this.logo) : null;
		return (own != null) ? own : this.monogram;
	}

	Optional<Image> file(String name) {
		return Optional.ofNullable(this.files.get(name));
	}

	private @Nullable String add(@Nullable String image) {
		if (image != null) {
			this.files.put(image, ThemeImages.get(image));
		}
		return image;
	}

	private @Nullable String url(@Nullable String file) {
		return (file != null) ? this.base + file : null;
	}

	private String hash() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.files.values().forEach((file) -> digest.update(file.content()));
			return HexFormat.of().formatHex(digest.digest(), 0, 6);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
