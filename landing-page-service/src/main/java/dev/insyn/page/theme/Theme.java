package dev.insyn.page.theme;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a tenant's pages can wear: a look under a name.
///
/// @param name what administrators call it
/// @param revision how often it was changed; who changes it says which one it saw
public record Theme(String name, Look look, Pictures pictures, int revision) {

	public static final int LONGEST_NAME = 60;

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]");

	public Theme {
		if (!isName(name)) {
			throw new IllegalArgumentException("A theme's name has 1 to 60 visible characters");
		}
	}

	/// A theme as it begins.
	public Theme(String name, Look look, Pictures pictures) {
		this(name, look, pictures, 1);
	}

	/// A name without what can't be seen at its ends, written in one way.
	static String nameOf(String typed) {
		return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
	}

	static boolean isName(String name) {
		return !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME
				&& !INVISIBLE.matcher(name).find();
	}

	public Theme named(String newName, Look newLook) {
		return new Theme(newName, newLook, this.pictures, this.revision);
	}

	public Theme with(Pictures newPictures) {
		return new Theme(this.name, this.look, newPictures, this.revision);
	}

	Theme next() {
		return new Theme(this.name, this.look, this.pictures, this.revision + 1);
	}

}
