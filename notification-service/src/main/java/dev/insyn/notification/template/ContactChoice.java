package dev.insyn.notification.template;

/// A contact to look at a template with.
public record ContactChoice(String id, String displayName) {

	@Override
	public String toString() {
		return "ContactChoice[" + this.id + "]";
	}

}
