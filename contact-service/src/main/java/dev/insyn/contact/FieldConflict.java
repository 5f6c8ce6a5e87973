package dev.insyn.contact;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// Fields were changed elsewhere after the contact saw them: both sides, for the contact to choose.
public final class FieldConflict extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient List<Side> conflicts;

	FieldConflict(List<Side> conflicts) {
		super(HttpStatus.CONFLICT, "urn:insyn:problem:field-conflict",
				"Changed elsewhere: " + conflicts.stream().map(Side::field).toList());
		this.conflicts = List.copyOf(conflicts);
		with("conflicts", this.conflicts);
	}

	public List<Side> conflicts() {
		return this.conflicts;
	}

	/// One field's two sides.
	///
	/// @param shownVersion what the contact saw
	/// @param version what it is now
	/// @param current the value now
	/// @param mine what the contact wanted
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record Side(String field, long shownVersion, long version, @Nullable Object current, @Nullable Object mine) {

		boolean differs() {
			return !Objects.equals(this.current, this.mine);
		}

		@Override
		public String toString() {
			return "Side[" + this.field + "]";
		}

	}

}
