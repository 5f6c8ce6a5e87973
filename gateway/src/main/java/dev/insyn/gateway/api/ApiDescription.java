package dev.insyn.gateway.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A service's API as its page shows it.
///
/// @param groups of operations, by what they are about
/// @param schemas that operations and other schemas name
public record ApiDescription(String service, String about, List<Group> groups, List<Schema> schemas) {

	/// Operations about one thing.
	public record Group(String name, List<Operation> operations) {
	}

	/// One thing that a program can ask for.
	///
	/// @param id of its place on the page
	/// @param who may ask, each in words
	public record Operation(String id, String verb, String path, String summary, String description, List<String> who,
			List<Member> parameters, List<Body> requests, List<Answer> answers) {
	}

	/// A parameter of an operation, or a property of a schema.
	///
	/// @param in where a parameter stands; empty for a property
	public record Member(String name, String in, boolean required, Type type, String description) {
	}

	/// A type in words, around the name of the schema that it is made of, if of one.
	///
	/// @param limits what is allowed, in words; empty if anything
	public record Type(String before, @Nullable String schema, String limits) {
	}

	/// @param example null if there is none
	public record Body(String mediaType, Type type, @Nullable String example) {
	}

	/// What comes back, by status.
	public record Answer(String status, String description, List<Body> bodies) {
	}

	/// A structure with a name.
	public record Schema(String name, String description, List<Member> members) {
	}

}
