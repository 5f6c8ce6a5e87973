package dev.insyn.contact.catalogue;

import java.util.Map;

/// What is wrong with one member of a field.
///
/// @param member its path, as `labels.sv` or `choices[2].value`
/// @param code stable, for texts to hang on
public record Objection(String member, String code, Map<String, String> args) {
}
