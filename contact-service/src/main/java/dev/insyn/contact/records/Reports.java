package dev.insyn.contact.records;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Answers a page's reports about one contact. What can't be read now is said to be so, and takes nothing else with it.
@Component
public class Reports {

	private static final Logger logger = LoggerFactory.getLogger(Reports.class);

	private static final int MOST = 10;

	private final Records records;

	private final RecordTypes types;

	private final TenantKeys keys;

	private final Tenants tenants;

	private final Clock clock;

	Reports(Records records, RecordTypes types, TenantKeys keys, Tenants tenants, Clock clock) {
		this.records = records;
		this.types = types;
		this.keys = keys;
		this.tenants = tenants;
		this.clock = clock;
	}

	/// Reads what is asked for.
	/// @throws Problem 400 if that is no report, or too many
	public static List<Report> asked(List<String> wanted) {
		if (wanted.size() > MOST) {
			throw new Problem(HttpStatus.BAD_REQUEST, "urn:insyn:problem:too-many-reports",
					"A page has at most " + MOST + " reports");
		}
		return wanted.stream().map(Report::parse).toList();
	}

	/// In the order in which they are asked for.
	public List<Answer> about(TenantId tenant, Subject subject, List<Report> reports) {
		return reports.stream().map((report) -> answer(tenant, subject, report)).toList();
	}

	private Answer answer(TenantId tenant, Subject subject, Report report) {
		try {
			return this.types.find(tenant, report.type())
				.map((type) -> show(this.tenants.get(tenant), subject, report, type))
				.orElse(Answer.UNAVAILABLE);
		}
		catch (RuntimeException trouble) {
			logger.warn("Report of {} can't be shown: {}", report.type(), trouble.getClass().getName());
			return Answer.UNAVAILABLE;
		}
	}

	private Answer show(Tenant tenant, Subject subject, Report report, RecordType type) {
		RecordOwner owner = owner(tenant.id(), subject, report);
		if (owner == null) {
			return new Answer(0, List.of(), false);
		}
		Instant from = report.from(this.clock.instant(), tenant.timeZone());
		List<HeldRecord> found = this.records.of(tenant.id(), owner, type)
			.alive()
			.stream()
			.filter((record) -> !record.at().isBefore(from))
			.sorted(order(report, type, Locale.forLanguageTag(tenant.languages().getFirst())))
			.toList();
		return new Answer(found.size(),
				found.stream().limit(report.limit()).map((record) -> row(record, report, type)).toList(), false);
	}

	private @Nullable RecordOwner owner(TenantId tenant, Subject subject, Report report) {
		if (!report.organisation()) {
			return RecordOwner.contact(subject.contact());
		}
		return (subject.organisation() != null)
				? RecordOwner.organisation(this.keys.of(tenant), subject.source(), subject.organisation()) : null;
	}

	/// Only the columns that are asked for and that the type has.
	private static Map<String, Object> row(HeldRecord record, Report report, RecordType type) {
		Map<String, Object> row = new LinkedHashMap<>();
		for (String column : report.columns()) {
			Object value = record.value(column);
			if (value != null && type.column(column).isPresent()) {
				row.put(column, value);
			}
		}
		return row;
	}

	/// What has no value comes last, either way round.
	private static Comparator<HeldRecord> order(Report report, RecordType type, Locale locale) {
		Comparator<HeldRecord> byTime = Comparator.comparing(HeldRecord::at);
		if (report.order().equals(Report.BY_TIME)) {
			return report.descending() ? byTime.reversed() : byTime;
		}
		Comparator<Object> values = type.column(report.order())
			.map((column) -> values(column, locale))
			.orElse(Comparator.comparing(String::valueOf));
		return Comparator
			.<HeldRecord, Object>comparing((record) -> record.value(report.order()),
					Comparator.nullsLast(report.descending() ? values.reversed() : values))
			.thenComparing(byTime.reversed());
	}

	private static Comparator<Object> values(RecordType.Column column, Locale locale) {
		return switch (column.type()) {
			case NUMBER -> Comparator.comparing((value) -> new BigDecimal(value.toString()));
			case CHOICE -> Comparator.comparing(
					(value) -> column.choices().stream().map((choice) -> choice.value()).toList().indexOf(value));
			case FieldType text when text == FieldType.TEXT -> {
				Collator collator = Collator.getInstance(locale);
				yield (a, b) -> collator.compare(Objects.toString(a), Objects.toString(b));
			}
			default -> Comparator.comparing(String::valueOf);
		};
	}

	/// Whom the reports are about.
	///
	/// @param source the CRM that told of the contact and of its organisation
	public record Subject(String contact, String source, @Nullable String organisation) {
	}

	/// What a report shows.
	///
	/// @param total how many there are within the report's time, shown or not
	/// @param rows values by column, in canonical form
	/// @param unavailable whether the records can't be had just now
	public record Answer(int total, List<Map<String, Object>> rows, boolean unavailable) {

		static final Answer UNAVAILABLE = new Answer(0, List.of(), true);

		@Override
		public String toString() {
			return "Answer[" + this.total + "]";
		}

	}

}
