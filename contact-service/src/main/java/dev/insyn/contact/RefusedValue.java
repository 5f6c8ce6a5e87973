package dev.insyn.contact;

/// A value from a CRM that its field doesn't take: which field and why, never what.
///
/// @param code the problem's code in field-types
public record RefusedValue(String field, String code) {
}
