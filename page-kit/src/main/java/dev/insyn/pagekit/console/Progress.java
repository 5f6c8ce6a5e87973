package dev.insyn.pagekit.console;

import org.jspecify.annotations.Nullable;

/// Long work as it goes on. While it does, the page asks its own address again every second; without script there is a
/// link that does.
///
/// @param label what is being done
/// @param done how much of it; null while nobody knows how much there is
/// @param all how much there is
/// @param note how far it is, in words: "12 000 of 48 113 records"
public record Progress(String id, String label, @Nullable Long done, long all, String note, String address) {

	/// Work whose end is in sight.
	public static Progress of(String id, String label, long done, long all, String note, String address) {
		return new Progress(id, label, done, all, note, address);
	}

	/// Work of unknown length.
	public static Progress unknown(String id, String label, String note, String address) {
		return new Progress(id, label, null, 0, note, address);
	}

}
