package dev.insyn.notification.template;

/// Somebody else has changed or deleted the template since it was read.
final class TemplateOutdated extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TemplateOutdated() {
		super("The template was changed meanwhile", null, false, false);
	}

}
