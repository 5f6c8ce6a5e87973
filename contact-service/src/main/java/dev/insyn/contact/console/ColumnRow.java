package dev.insyn.contact.console;

import java.util.List;

import dev.insyn.pagekit.console.Field;

/// A column as a row of its record type's form.
///
/// @param id what stands for it in the names of its inputs
/// @param known its key where it is registered, else empty
/// @param focused whether what one does next is probably about it
record ColumnRow(String id, String label, String inWords, String known, List<Field> settings, boolean open,
		boolean focused) {

}
