package dev.insyn.page.theme.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import javax.imageio.ImageIO;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.image.PictureRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/// Pictures as people and attackers upload them.
///
/// Goes red: with the uploaded file served as the largest rendition (polyglots, places), without the look at width and
/// height in [Picture] (bombs), with [Orientation] always upright, with `getRGB` for every picture in [Decoder] (greys),
/// without the count of scans in [JpegParts].
class PreparingTests {

	private static final Colour BLUE = new Colour("#0b5cad");

	private static final Colour AMBER = new Colour("#f2a900");

	private static final byte[] SCRIPT = "<script>alert(document.domain)</script>".getBytes(StandardCharsets.US_ASCII);

	private final Preparing preparing = new Preparing(Duration.ofSeconds(20), Duration.ofSeconds(60));

	@Test
	void makesALogoInTheDensitiesOfScreensWithoutItsMargins() {
		PreparedImage logo = this.preparing.prepare(ImageKind.LOGO, Files.logo());
		assertThat(logo.renditions()).extracting(Rendition::file).containsExactly("logo-143.png", "logo-260.png");
		assertThat(logo.renditions()).extracting(Rendition::height).containsExactly(44, 80);
		assertThat(logo.transparent()).as("without its margins").isFalse();
		assertThat(logo.brandColours()).containsExactlyInAnyOrder(BLUE, AMBER);
		assertThat(colours(logo)).containsExactly(BLUE, AMBER);
	}

	@Test
	void makesABannerInTheWidthsOfScreensFromTheMiddleOfAPhotograph() {
		PreparedImage banner = this.preparing.prepare(ImageKind.BANNER, Files.banner(2400, 1600));
		assertThat(banner.renditions()).extracting(Rendition::width).containsExactly(640, 1280, 1920);
		assertThat(banner.renditions()).extracting(Rendition::height).containsExactly(160, 320, 480);
	}

	@Test
	void keepsAPhotographSmall() {
		BufferedImage noise = new BufferedImage(2000, 500, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(1);
		for (int x = 0; x < 2000; x++) {
			for (int y = 0; y < 500; y++) {
				noise.setRGB(x, y, (x / 9 * 7 + y / 9 * 11) * 0x010203 + random.nextInt(30));
			}
		}
		PreparedImage banner = this.preparing.prepare(ImageKind.BANNER, Files.jpeg(noise));
		assertThat(banner.renditions()).allMatch((size) -> size.file().endsWith(".jpg"));
		assertThat(banner.renditions().getFirst().content()).hasSizeLessThan(60_000);
	}

	@Test
	void readsLossyAndLosslessWebp() {
		assertThat(this.preparing.prepare(ImageKind.LOGO, Files.stored("lossless.webp")).brandColours())
			.containsExactlyInAnyOrder(BLUE, AMBER);
		PreparedImage banner = this.preparing.prepare(ImageKind.BANNER, Files.stored("lossy.webp"));
		assertThat(banner.renditions()).extracting(Rendition::width).containsExactly(640, 960);
		assertThat(colours(banner).getFirst().contrast(colours(banner).getLast())).isCloseTo(1, within(0.1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "progressive.jpg", "print.jpg" })
	void readsJpegsOfOtherKinds(String file) {
		PreparedImage logo = this.preparing.prepare(ImageKind.LOGO, Files.stored(file));
		assertThat(logo.print()).isEqualTo(file.startsWith("print"));
		assertThat(colours(logo).getFirst().contrast(BLUE)).isCloseTo(1, within(0.35));
		assertThat(colours(logo).getLast().contrast(AMBER)).isCloseTo(1, within(0.35));
	}

	@ParameterizedTest
	@ValueSource(ints = { BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY,
			BufferedImage.TYPE_BYTE_INDEXED })
	void readsGreysAsTheyAre(int type) {
		BufferedImage image = new BufferedImage(80, 44, type);
		int[] sample = {
				(type == BufferedImage.TYPE_USHORT_GRAY) ? 0x8080 : (type == BufferedImage.TYPE_BYTE_GRAY) ? 0x80 : 0 };
		for (int x = 0; x < 80; x++) {
			for (int y = 0; y < 44; y++) {
				image.getRaster().setPixel(x, y, sample);
			}
		}
		Colour grey = colours(this.preparing.prepare(ImageKind.LOGO, Files.png(image))).getFirst();
		assertThat(grey).isEqualTo(new Colour((sample[0] == 0) ? "#000000" : "#808080"));
	}

	/// The picture is drawn lying, as a camera on its side stores it.
	@ParameterizedTest
	@CsvSource({ "1,300,100,#0b5cad", "3,300,100,#f2a900", "6,100,300,#0b5cad", "8,100,300,#f2a900" })
	void turnsAPictureAsTheCameraWasHeld(int orientation, int width, int height, String top) {
		byte[] photo = Files.withExif(Files.banner(300, 100), orientation);
		Pixels turned = new Decoder(Picture.of(photo)).decode();
		assertThat(List.of(turned.width(), turned.height())).containsExactly(width, height);
		assertThat(Colour.ofRgb(turned.at(8, 8)).contrast(new Colour(top))).isCloseTo(1, within(0.1));
	}

	@Test
	void turnsAPngToo() {
		byte[] photo = Files.withChunk(Files.logo(), Files.chunk("eXIf", Files.tiff(6)));
		Pixels turned = new Decoder(Picture.of(photo)).decode();
		assertThat(turned.height()).isEqualTo(300);
		assertThat(Colour.ofRgb(turned.at(60, 50))).isEqualTo(BLUE);
	}

	@Test
	void letsNoPlaceGetOut() {
		PreparedImage banner = this.preparing.prepare(ImageKind.BANNER, Files.withExif(Files.banner(800, 200), 1));
		assertNothingOf("GPS", banner);
		assertNothingOf("Exif", banner);
	}

	/// A file that is a picture to one program and a page, an archive or a class to
	/// another.
	@ParameterizedTest
	@ValueSource(
			strings = { "<script>alert(1)</script>", "PK\u0003\u0004evil.jar", "%PDF-1.7", "<svg onload=alert(1)>" })
	void leavesBehindWhatFollowsThePicture(String payload) {
		byte[] more = payload.getBytes(StandardCharsets.ISO_8859_1);
		for (byte[] file : List.of(Files.logo(), Files.banner(300, 60), Files.stored("lossless.webp"))) {
			assertNothingOf(payload, this.preparing.prepare(ImageKind.LOGO, Files.joined(file, more)));
		}
	}

	@Test
	void leavesBehindWhatHidesInAComment() {
		byte[] comment = Files.joined(new byte[] { (byte) 0xff, (byte) 0xfe, 0, (byte) (SCRIPT.length + 2) }, SCRIPT);
		byte[] jpeg = Files.banner(300, 60);
		byte[] file = Files.joined(Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
		assertNothingOf("script", this.preparing.prepare(ImageKind.LOGO, file));
		byte[] text = Files.withChunk(Files.logo(), Files.chunk("tEXt", SCRIPT));
		assertNothingOf("script", this.preparing.prepare(ImageKind.LOGO, text));
	}

	/// A text chunk that would inflate to a gigabyte never reaches a decoder.
	@Test
	void doesNotReadWhatItDoesNotNeed() {
		byte[] text = Files.chunk("zTXt", Files.joined("a\0\0".getBytes(StandardCharsets.US_ASCII), new byte[50_000]));
		assertThat(Picture.of(Files.withChunk(Files.logo(), text)).essence()).hasSizeLessThan(2_000);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>|SVG",
					"<?xml version='1.0'?><!DOCTYPE svg><svg/>|SVG", "<html><script>alert(1)</script>|NO_PICTURE",
					"GIF89a/*;alert(1)|OTHER_KIND", "%PDF-1.7|OTHER_KIND", "PK\u0003\u0004|NO_PICTURE", "''|EMPTY",
					"x|NO_PICTURE" })
	void saysWhatAFileIsThatIsNoPicture(String file, Reason reason) {
		refused(file.getBytes(StandardCharsets.ISO_8859_1), reason);
	}

	/// Its name and its declared type are never asked: content alone says what a file is.
	@Test
	void refusesAVectorImageThatBeginsAsAPicture() {
		refused(Files.joined(PngParts.SIGNATURE, "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII)),
				Reason.BROKEN);
	}

	/// 400 megapixels in 50 KB; and one that only says that it is so large.
	@ParameterizedTest
	@CsvSource({ "20000,20000", "2147483647,2147483647", "1000000,1", "4001,4000" })
	void refusesABombBeforeItIsDecoded(int width, int height) {
		byte[] bomb = (width == 20_000) ? Files.bomb(width, height) : Files.bomb(8, 8);
		if (width != 20_000) {
			java.nio.ByteBuffer.wrap(bomb).putInt(16, width).putInt(20, height);
		}
		assertThat(bomb).hasSizeLessThan(Preparing.MOST_BYTES);
		refused(bomb, Reason.TOO_MANY_PIXELS);
	}

	@Test
	void readsALargePictureCoarsely() {
		Pixels pixels = new Decoder(Picture.of(Files.bomb(4_000, 4_000))).decode();
		assertThat(pixels.argb()).hasSizeLessThan(4_500_000);
	}

	@Test
	void refusesAPictureWhoseDataIsOfAnotherSize() {
		byte[] png = Files.logo();
		java.nio.ByteBuffer.wrap(png).putInt(20, 3_000);
		refused(png, Reason.BROKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "lossless.webp", "lossy.webp", "progressive.jpg" })
	void refusesATruncatedPictureWhereverItEnds(String kind) {
		byte[] file = kind.equals("png") ? Files.logo()
				: kind.equals("jpg") ? Files.banner(300, 60) : Files.stored(kind);
		for (int length = 1; length < file.length - 1; length += Math.max(1, file.length / 60)) {
			byte[] part = Arrays.copyOf(file, length);
			assertThatExceptionOfType(PictureRefused.class)
				.isThrownBy(() -> this.preparing.prepare(ImageKind.LOGO, part));
		}
	}

	/// Whatever is in a file, the answer is a picture or a reason, never another failure.
	@Test
	void neitherBreaksNorHangsOnRubbish() {
		Random random = new Random(11);
		List<byte[]> files = List.of(Files.logo(), Files.banner(120, 60), Files.stored("lossless.webp"),
				Files.stored("progressive.jpg"), Files.stored("print.jpg"));
		for (int i = 0; i < 150; i++) {
			byte[] file = files.get(i % files.size()).clone();
			for (int j = 0; j < 4; j++) {
				file[12 + random.nextInt(file.length - 12)] = (byte) random.nextInt(256);
			}
			try {
				assertThat(this.preparing.prepare(ImageKind.LOGO, file).renditions()).isNotEmpty();
			}
			catch (PictureRefused refused) {
				assertThat(refused.reason()).isNotIn(Reason.BUSY, Reason.TOO_SLOW);
			}
		}
	}

	@Test
	void refusesWhatMoves() {
		refused(Files.stored("moving.webp"), Reason.MOVES);
		refused(Files.withChunk(Files.logo(), Files.chunk("acTL", new byte[8])), Reason.MOVES);
	}

	@Test
	void refusesAJpegOfThousandsOfScans() {
		byte[] jpeg = Files.stored("progressive.jpg");
		int last = 0;
		for (int i = 0; i < jpeg.length - 1; i++) {
			if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xda) {
				last = i;
			}
		}
		byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
		byte[][] parts = new byte[2_002][];
		Arrays.fill(parts, scan);
		parts[0] = Arrays.copyOf(jpeg, last);
		parts[2_001] = new byte[] { (byte) 0xff, (byte) 0xd9 };
		refused(Files.joined(parts), Reason.TOO_SLOW);
	}

	@Test
	void refusesWhatIsTooLargeOrTooSmall() {
		refused(new byte[Preparing.MOST_BYTES + 1], Reason.TOO_LARGE);
		refused(Files.banner(300, 12), Reason.TOO_SMALL);
		assertThatExceptionOfType(PictureRefused.class)
			.isThrownBy(() -> this.preparing.prepare(ImageKind.BANNER, Files.banner(600, 200)))
			.satisfies((refused) -> {
				assertThat(refused.reason()).isEqualTo(Reason.TOO_SMALL);
				assertThat(refused.arguments()).containsExactly(600, 150);
			});
	}

	@Test
	void readsOneAtATimeAndNoneForLong() throws InterruptedException {
		Preparing hurried = new Preparing(Duration.ofMillis(50), Duration.ofMillis(50));
		CountDownLatch aborted = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		PreparedImage logo = this.preparing.prepare(ImageKind.LOGO, Files.logo());
		assertThatExceptionOfType(PictureRefused.class).isThrownBy(() -> hurried.alone(() -> {
			aborted.await();
			assertThatExceptionOfType(PictureRefused.class).isThrownBy(() -> hurried.alone(() -> logo, () -> {
			})).matches((refused) -> refused.reason() == Reason.BUSY);
			ended.countDown();
			return logo;
		}, aborted::countDown)).matches((refused) -> refused.reason() == Reason.TOO_SLOW);
		ended.await();
		org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(hurried.alone(() -> logo, () -> {
		})).isSameAs(logo));
	}

	@Test
	void knowsALogoThatCanNotBeSeen() {
		BufferedImage round = Files.drawn(BufferedImage.TYPE_INT_ARGB, 200, 60, 0, Color.WHITE, Color.WHITE);
		round.setRGB(0, 0, 0);
		PreparedImage logo = this.preparing.prepare(ImageKind.LOGO, Files.png(round));
		assertThat(logo.standsOutFrom(new Colour("#ffffff"))).isZero();
		assertThat(logo.standsOutFrom(new Colour("#0a2f55"))).isGreaterThan(0.9);
	}

	@Test
	void callsTheSamePictureTheSame() {
		assertThat(this.preparing.prepare(ImageKind.LOGO, Files.logo()).hash())
			.isEqualTo(this.preparing.prepare(ImageKind.LOGO, Files.logo()).hash())
			.matches("[0-9a-f]{32}");
	}

	private void refused(byte[] file, Reason reason) {
		assertThatExceptionOfType(PictureRefused.class).isThrownBy(() -> this.preparing.prepare(ImageKind.LOGO, file))
			.matches((refused) -> refused.reason() == reason);
	}

	private static void assertNothingOf(String text, PreparedImage image) {
		assertThat(image.renditions()).isNotEmpty()
			.allSatisfy(
					(size) -> assertThat(new String(size.content(), StandardCharsets.ISO_8859_1)).doesNotContain(text));
	}

	/// The colours to the left and to the right of the middle.
	private static List<Colour> colours(PreparedImage image) {
		try {
			BufferedImage read = ImageIO.read(new ByteArrayInputStream(image.renditions().getLast().content()));
			return List.of(Colour.ofRgb(read.getRGB(read.getWidth() / 4, read.getHeight() / 2)),
					Colour.ofRgb(read.getRGB(read.getWidth() * 3 / 4, read.getHeight() / 2)));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
