package dev.insyn.fields;

import java.util.Map;

/// One of the values that a field of type [FieldType#CHOICE] or [FieldType#CHOICES] offers.
///
/// @param labels what people see it called, per language
public record Choice(String value, Map<String, String> labels) {
}
