package dev.insyn.contact.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// Which contacts there are, in the order of their last change, and under which codes each is found: in memory, for databases
/// whose indexes can't tell. It knows ids, times and the halves of codes, nothing about anybody. What rests with the contacts
/// is the truth; an entry may say too much of one, so whoever reads a contact looks again.
public final class Directory {

	private final Map<TenantId, Shelf> shelves = new ConcurrentHashMap<>();

	/// Says what a contact's document says at a version; of an older one than is known
	/// nothing is taken.
	/// @param data the version of the contact's data at that
	/// @param place where it stands among all, by [Place]
	/// @param codes of the [BlindIndex]
	public void put(TenantId tenant, String id, long version, long data, String place, Collection<String> codes) {
		int[] halves = codes.stream().mapToInt(Directory::half).sorted().toArray();
		shelf(tenant).put(new Entry(id, version, data, place, halves));
	}

	/// Says that there is no such contact from a version on.
	public void remove(TenantId tenant, String id, long version) {
		shelf(tenant).put(new Entry(id, version, 0, null, new int[0]));
	}

	/// From now on everything is known of the tenant.
	public void complete(TenantId tenant) {
		shelf(tenant).complete = true;
	}

	/// @param codes that a contact must all have; none for every contact
	/// @return empty as long as not everything is known of the tenant
	public Optional<Found> find(TenantId tenant, List<String> codes, Paging paging) {
		Shelf shelf = shelf(tenant);
		return shelf.complete ? Optional.of(shelf.find(codes.stream().mapToInt(Directory::half).toArray(), paging))
				: Optional.empty();
	}

	/// Whether a contact is known as it was at a version of its data, or later.
	public boolean knows(TenantId tenant, String id, long data) {
		Entry entry = shelf(tenant).entries.get(id);
		return entry != null && entry.data() >= data;
	}

	private Shelf shelf(TenantId tenant) {
		return this.shelves.computeIfAbsent(tenant, (any) -> new Shelf());
	}

	/// Of two contacts that share half a code by chance one may be found too many.
	private static int half(String code) {
		return code.hashCode();
	}

	/// Contacts in the order asked for.
	///
	/// @param total how many fit in all; one of some millions may be counted too many
	public record Found(List<String> ids, @Nullable String next, long total) {
	}

	/// A contact as far as it is known here.
	///
	/// @param place null when it is gone
	private record Entry(String id, long version, long data, @Nullable String place,
			int[] codes) implements Comparable<Entry> {

		boolean fits(int[] wanted) {
			for (int code : wanted) {
				if (Arrays.binarySearch(this.codes, code) < 0) {
					return false;
				}
			}
			return true;
		}

		@Override
		public int compareTo(Entry other) {
			return String.valueOf(this.place).compareTo(String.valueOf(other.place));
		}

	}

	/// A tenant's contacts.
	private static final class Shelf {

		private final Map<String, Entry> entries = new ConcurrentHashMap<>();

		private final NavigableSet<Entry> byPlace = new ConcurrentSkipListSet<>();

		private final LongAdder size = new LongAdder();

		private volatile boolean complete;

		void put(Entry entry) {
			this.entries.compute(entry.id(), (id, known) -> {
				if (known != null && known.version() >= entry.version()) {
					return known;
				}
				if (known != null && known.place() != null && this.byPlace.remove(known)) {
					this.size.decrement();
				}
				if (entry.place() != null && this.byPlace.add(entry)) {
					this.size.increment();
				}
				return entry;
			});
		}

		Found find(int[] wanted, Paging paging) {
			List<String> ids = new ArrayList<>();
			String last = null;
			boolean more = false;
			for (Entry entry : after(paging)) {
				if (entry.fits(wanted)) {
					if (ids.size() == paging.limit()) {
						more = true;
						break;
					}
					ids.add(entry.id());
					last = entry.place();
				}
			}
			return new Found(ids, more ? last : null, count(wanted));
		}

		private long count(int[] wanted) {
			return (wanted.length == 0) ? this.size.sum()
					: this.byPlace.stream().filter((entry) -> entry.fits(wanted)).count();
		}

		private Iterable<Entry> after(Paging paging) {
			NavigableSet<Entry> all = paging.oldestFirst() ? this.byPlace : this.byPlace.descendingSet();
			return (paging.after() != null) ? all.tailSet(new Entry("", 0, 0, paging.after(), new int[0]), false) : all;
		}

	}

}
