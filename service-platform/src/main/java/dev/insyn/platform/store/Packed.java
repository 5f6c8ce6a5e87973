package dev.insyn.platform.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.types.Binary;

/// A document as compressed BSON, one value to the database, which has no business in it. What is alike in hundreds of
/// documents and events takes its room once: a fifth is left.
final class Packed {

	private Packed() {
	}

	static Binary of(Document document, Codec<Document> codec) {
		ByteBuffer bson = new RawBsonDocument(document, codec).getByteBuffer().asNIO();
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		ByteArrayOutputStream packed = new ByteArrayOutputStream(bson.remaining() / 4);
		try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater)) {
			deflating.write(bson.array(), bson.arrayOffset() + bson.position(), bson.remaining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return new Binary(packed.toByteArray());
	}

	static Document unpack(Binary packed, Codec<Document> codec) {
		try (InflaterInputStream bson = new InflaterInputStream(new ByteArrayInputStream(packed.getData()))) {
			return new RawBsonDocument(bson.readAllBytes()).decode(codec);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
