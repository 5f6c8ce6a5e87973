package dev.insyn.pagekit.console;

/// By what a table is sorted; in addresses `name` or, descending, `-name`.
public record Sort(String key, boolean descending) {

	static Sort read(String word) {
		return word.startsWith("-") ? new Sort(word.substring(1), true) : new Sort(word, false);
	}

	/// As it stands in addresses.
	public String word() {
		return this.descending ? "-" + this.key : this.key;
	}

	Sort turned() {
		return new Sort(this.key, !this.descending);
	}

}
