package dev.insyn.page.theme.image;

/// One size of a picture, as it is served.
///
/// @param file its name within the picture's address
public record Rendition(String file, int width, int height, byte[] content) {

	static Rendition of(ImageKind kind, Pixels pixels, byte[] content, String extension) {
		return new Rendition(kind.code() + "-" + pixels.width() + "." + extension, pixels.width(), pixels.height(),
				content);
	}

	public String contentType() {
		return this.file.endsWith(".png") ? "image/png" : "image/jpeg";
	}

}
