package dev.insyn.contact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The organisation that a contact belongs to.
///
/// @param id what the CRM calls it
/// @param name what people call it; null where the CRM hasn't told
public record Organisation(String id, @Nullable String name) {

	/// The key among a contact's values under which a CRM tells the name. No field of a
	/// catalogue can have it.
	public static final String NAME = "@organisation";

	public static final int LONGEST_NAME = 200;

	/// What it is shown as.
	public String shown() {
		return Objects.requireNonNullElse(this.name, this.id);
	}

	/// What it is found by.
	public List<String> known() {
		return Stream.of(this.name, this.id).filter(Objects::nonNull).distinct().toList();
	}

	/// A name may be a person's.
	@Override
	public String toString() {
		return "Organisation[" + this.id + "]";
	}

}
