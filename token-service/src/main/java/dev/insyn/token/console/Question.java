package dev.insyn.token.console;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Dialog;

/// Asks before sessions are ended.
final class Question {

	private Question() {
	}

	/// @param key the beginning of its texts: `heading`, `what`, `button`
	/// @param address where the answer is posted; asked for by GET it is the question
	static Dialog of(Texts texts, String key, String address, String back, Object... arguments) {
		Action does = Action.post(texts.get(key + ".button"), address).danger();
		return Dialog.of(key.replace('.', '-'), texts.get(key + ".heading", arguments), does, back,
				texts.get(key + ".what"));
	}

}
