package dev.insyn.stack.database;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/// Documents as BSON, with their length before them.
final class BsonType extends BasicDataType<Document> {

	private static final int PER_VALUE = 48;

	@Override
	public int getMemory(Document document) {
		return estimate(document);
	}

	@Override
	public void write(WriteBuffer target, Document document) {
		ByteBuf bson = Unpooled.buffer(512);
		BsonEncoder.encodeDocument(document, bson);
		target.putVarInt(bson.readableBytes());
		target.put(bson.array(), bson.arrayOffset() + bson.readerIndex(), bson.readableBytes());
	}

	@Override
	public Document read(ByteBuffer source) {
		int length = org.h2.mvstore.DataUtils.readVarInt(source);
		ByteBuf bson = Unpooled.wrappedBuffer(source.slice(source.position(), length));
		source.position(source.position() + length);
		return BsonDecoder.decodeBson(bson);
	}

	@Override
	public Document[] createStorage(int size) {
		return new Document[size];
	}

	/// Roughly, by which the store decides what to keep in memory.
	private static int estimate(Object value) {
		return PER_VALUE + switch (value) {
			case String text -> text.length();
			case byte[] bytes -> bytes.length;
			case Map<?, ?> document -> document.entrySet()
				.stream()
				.mapToInt((entry) -> PER_VALUE + (entry.getValue() != null ? estimate(entry.getValue()) : 0))
				.sum();
			case Collection<?> list -> list.stream().mapToInt((item) -> (item != null) ? estimate(item) : 0).sum();
			default -> 0;
		};
	}

}
