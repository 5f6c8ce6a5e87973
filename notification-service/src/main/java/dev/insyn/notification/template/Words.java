package dev.insyn.notification.template;

/// What a template says in one language.
///
/// @param preheader what a mailbox shows beside the subject
/// @param body Markdown
record Words(String subject, String preheader, String body) {

	static final Words NONE = new Words("", "", "");

	boolean isEmpty() {
		return this.subject.isBlank() && this.preheader.isBlank() && this.body.isBlank();
	}

}
