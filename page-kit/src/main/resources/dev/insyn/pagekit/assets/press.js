// Tells a person's press of the button from a program's: what a script clicks or submits is not trusted by the browser.
(function () {
	const button = document.querySelector("button[data-pressed]");
	if (button) {
		const form = button.form;
		form.elements.script.value = "yes";
		button.addEventListener("click", (event) => {
			form.elements.pressed.value = event.isTrusted ? button.dataset.pressed : "";
		});
	}
})();
