package dev.insyn.contact.segment.filter;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How many of several conditions must hold.
public enum Match {

	@JsonProperty("all")
	ALL,

	@JsonProperty("any")
	ANY

}
