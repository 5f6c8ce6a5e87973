package dev.insyn.contact;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// One field of a contact. A cleared field stays as one without a value, so that its clearing has a time and a source too.
///
/// @param value canonical form of field-types (a string, a list of strings, or the parts of an address)
/// @param version the contact's version when this field last changed
/// @param crmValue what the CRM said last, the base that its next word is compared with
public record FieldValue(@Nullable Object value, long version, Provenance provenance, @Nullable Object crmValue) {

	/// The version that a reader is shown: 0 when there is nothing to show.
	public long shownVersion() {
		return (this.value != null) ? this.version : 0;
	}

	boolean has(@Nullable Object other) {
		return Objects.equals(this.value, other);
	}

	boolean crmSaid(@Nullable Object other) {
		return Objects.equals(this.crmValue, other);
	}

	boolean wasSetAfter(Provenance other) {
		return !this.provenance.isFromCrm() && this.provenance.at().isAfter(other.at());
	}

	FieldValue set(@Nullable Object newValue, long newVersion, Provenance by) {
		return new FieldValue(newValue, newVersion, by, by.isFromCrm() ? newValue : this.crmValue);
	}

	FieldValue heardFromCrm(@Nullable Object said) {
		return new FieldValue(this.value, this.version, this.provenance, said);
	}

	/// Without the value, so that no log or exception can name it.
	@Override
	public String toString() {
		return "FieldValue[version=" + this.version + "]";
	}

}
