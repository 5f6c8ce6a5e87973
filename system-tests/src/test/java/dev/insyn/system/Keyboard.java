package dev.insyn.system;

import com.microsoft.playwright.Page;

/// Somebody who has no mouse: goes from control to control with the tab key, and sees at each where the focus is.
final class Keyboard {

	/// More stops than any screen has.
	private static final int PATIENCE = 250;

	/// What draws the focus: an outline, or a shadow around the control or around what
	/// stands for it.
	private static final String SHOWS_FOCUS = """
			() => {
				let element = document.activeElement;
				for (let depth = 0; element && depth < 3; depth++, element = element.parentElement) {
					const style = getComputedStyle(element);
					if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return true;
					if (style.boxShadow !== 'none') return true;
				}
				return false;
			}
			""";

	private final Page page;

	Keyboard(Page page) {
		this.page = page;
	}

	/// Tabs on until the control that is meant has the focus.
	Keyboard reach(String selector) {
		this.page.waitForSelector(selector);
		for (int i = 0; i < PATIENCE; i++) {
			this.page.keyboard().press("Tab");
			if (isAt(selector)) {
				if (!Boolean.TRUE.equals(this.page.evaluate(SHOWS_FOCUS))) {
					throw new AssertionError("Nobody sees that " + selector + " has the focus");
				}
				return this;
			}
		}
		throw new AssertionError(selector + " can't be reached with the tab key on " + this.page.title());
	}

	/// Replaces what stands in the field that has the focus.
	Keyboard type(String text) {
		this.page.keyboard().press("Control+A");
		this.page.keyboard().insertText(text);
		return this;
	}

	Keyboard press(String key) {
		this.page.keyboard().press(key);
		return this;
	}

	/// Presses a key that leads to another screen, and waits for it.
	void pressAndGo(String key, String address) {
		press(key);
		this.page.waitForURL((url) -> url.matches(address));
	}

	boolean isAt(String selector) {
		return Boolean.TRUE
			.equals(this.page.evaluate("selector => document.activeElement.matches(selector)", selector));
	}

}
