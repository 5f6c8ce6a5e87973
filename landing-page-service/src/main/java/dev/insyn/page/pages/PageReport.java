package dev.insyn.page.pages;

import java.util.Locale;
import java.util.Objects;
import dev.insyn.page.catalogue.RecordType;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A table of records on a page, such as orders or cases.
///
/// @param type the record type's key
/// @param of whose records
/// @param heading what stands above the table; empty: what the record type is called
/// @param columns keys of the record type's columns, as they are shown from left to right
/// @param order null: as contact-service keeps them, newest first
/// @param limit how many records at most
/// @param since an ISO 8601 period such as `P1Y`: only records that are not older; null: all
public record PageReport(String type, Of of, Localized heading, List<String> columns, @Nullable Order order, int limit,
		@Nullable String since) {

	/// How many records a report shows at most.
	public static final int MOST_RECORDS = 100;

	public PageReport {
		type = Objects.requireNonNullElse(type, "");
		of = Objects.requireNonNullElse(of, Of.CONTACT);
		heading = Objects.requireNonNullElse(heading, Localized.NONE);
		columns = (columns != null) ? List.copyOf(columns) : List.of();
	}

	/// The first day that records are shown of; null: all days.
	public @Nullable LocalDate from(LocalDate today) {
		return (this.since != null) ? today.minus(Period.parse(this.since)) : null;
	}

	/// What it asks contact-service for: `orders:contact:number.date:-date:10:P1Y`.
	public String asked() {
		String by = (this.order == null) ? "-" + RecordType.TIME
				: ((this.order.direction() == Direction.DESCENDING) ? "-" : "") + this.order.column();
		return String.join(":", this.type, this.of.name().toLowerCase(Locale.ROOT), String.join(".", this.columns), by,
				String.valueOf(this.limit), Objects.requireNonNullElse(this.since, ""));
	}

	/// Whose records are shown.
	public enum Of {

		/// The contact's own.
		CONTACT,

		/// Those of the organisation that the contact belongs to.
		ORGANISATION

	}

	/// What the records are sorted by.
	public record Order(String column, Direction direction) {

		public Order {
			column = Objects.requireNonNullElse(column, "");
			direction = Objects.requireNonNullElse(direction, Direction.ASCENDING);
		}

	}

	/// Which way.
	public enum Direction {

		ASCENDING, DESCENDING

	}

}
