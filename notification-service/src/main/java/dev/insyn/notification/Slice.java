package dev.insyn.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

/// Some documents in the order of their time, and where the next ones begin.
///
/// @param next gives [Place#read] the place to go on from; null if nothing follows
public record Slice<T>(List<Stored<T>> rows, @Nullable String next) {

	/// @param found what begins at the place, one more than is wanted and than were shown
	/// of its moment before
	public static <T> Slice<T> of(List<Stored<T>> found, Place place, int size, Function<T, Instant> time) {
		List<Stored<T>> unseen = found.stream().skip(place.shown()).toList();
		if (unseen.size() <= size) {
			return new Slice<>(unseen, null);
		}
		Instant last = time.apply(unseen.get(size - 1).state());
		int shown = (int) found.stream()
			.limit(place.shown() + (long) size)
			.filter((document) -> time.apply(document.state()).equals(last))
			.count();
		return new Slice<>(unseen.subList(0, size), new Place(last, shown).word());
	}

	/// A moment, and how many documents of that very moment were shown already.
	public record Place(Instant time, int shown) {

		private static final Place NEWEST = new Place(Instant.ofEpochMilli(253_402_300_799_000L), 0);

		/// The newest, if it is no place.
		public static Place read(Optional<String> word) {
			return read(word, NEWEST);
		}

		/// The oldest, if it is no place.
		public static Place readFromOldest(Optional<String> word) {
			return read(word, new Place(Instant.EPOCH, 0));
		}

		private static Place read(Optional<String> word, Place otherwise) {
			return word.filter((text) -> text.matches("\\d{1,14}-\\d{1,4}"))
				.map((text) -> text.split("-"))
				.map((parts) -> new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Integer.parseInt(parts[1])))
				.orElse(otherwise);
		}

		String word() {
			return this.time.toEpochMilli() + "-" + this.shown;
		}

	}

}
