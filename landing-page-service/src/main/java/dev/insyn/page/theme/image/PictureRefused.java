package dev.insyn.page.theme.image;

import java.util.List;

/// A picture that can't be taken, with what a text for people needs to say why.
public final class PictureRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient List<Object> arguments;

	PictureRefused(Reason reason, Object... arguments) {
		super(reason.code());
		this.reason = reason;
		this.arguments = List.of(arguments);
	}

	public Reason reason() {
		return this.reason;
	}

	/// What fills the placeholders of the reason's text.
	public Object[] arguments() {
		return this.arguments.toArray();
	}

	/// Why.
	public enum Reason {

		/// Nothing was sent.
		EMPTY("empty"),

		/// More bytes than are taken.
		TOO_LARGE("too-large"),

		/// No picture at all.
		NO_PICTURE("no-picture"),

		/// A vector image, which is a program too.
		SVG("svg"),

		/// A picture of a kind that is not taken; the argument names it.
		OTHER_KIND("other-kind"),

		/// Ends too early, or contradicts itself.
		BROKEN("broken"),

		/// More pixels than are taken; the arguments are its width and height.
		TOO_MANY_PIXELS("too-many-pixels"),

		/// Fewer pixels than are needed; the arguments are its width and height.
		TOO_SMALL("too-small"),

		/// An animation.
		MOVES("moves"),

		/// So intricate that reading it took too long.
		TOO_SLOW("too-slow"),

		/// The tenant has as many as it may have.
		TOO_MANY("too-many"),

		/// Others are being read.
		BUSY("busy");

		private final String code;

		Reason(String code) {
			this.code = code;
		}

		/// Its name in JSON and in keys of texts.
		public String code() {
			return this.code;
		}

	}

}
