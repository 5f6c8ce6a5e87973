// The wizard beyond plain HTML: steps without a way to the server, and a page beside them that changes as one works.
"use strict";

(() => {
	let step = "";
	let width = matchMedia("(max-width: 64rem)").matches ? "narrow" : "wide";
	let scheme = "light";
	let timer = 0;

	const wizard = () => document.querySelector("[data-wizard]");
	const form = () => document.getElementById("theme");
	const frame = () => document.querySelector(".preview-frame iframe");

	/* Steps */

	function go(name, focus) {
		const place = wizard();
		const section = name && document.getElementById(name)?.closest(".step");
		if (!place || !section) {
			return;
		}
		step = section.id;
		place.dataset.step = step;
		place.querySelectorAll(".wizard-steps a").forEach((link) => {
			link.toggleAttribute("aria-current", link.hash === "#" + step);
			if (link.hash === "#" + step) {
				link.setAttribute("aria-current", "step");
			}
		});
		if (focus) {
			section.tabIndex = -1;
			section.focus({ preventScroll: true });
			place.scrollIntoView({ block: "nearest" });
		}
	}

	document.addEventListener("click", (event) => {
		const link = event.target.closest("[data-go], .summary a[href^='#f-']");
		if (!link || !wizard()) {
			return;
		}
		go(link.hash.slice(1), link.matches("[data-go]"));
		if (link.matches("[data-go]")) {
			event.preventDefault();
			history.replaceState(history.state, "", link.hash);
		}
		else {
			document.querySelector(link.hash)?.closest("details")?.setAttribute("open", "");
		}
	});
	window.addEventListener("hashchange", () => go(location.hash.slice(1), false));

	/* The page beside it */

	function query() {
		const values = new URLSearchParams();
		new FormData(form()).forEach((value, name) => {
			if (typeof value === "string" && name !== "name" && name !== "revision") {
				values.set(name, value);
			}
		});
		values.set("scheme", scheme);
		return values;
	}

	// Only the style sheet is exchanged, so the page neither flickers nor scrolls.
	function restyle() {
		const page = frame()?.contentDocument;
		const old = page?.querySelector("link[href*='/preview.css']");
		if (!old) {
			return;
		}
		const next = old.cloneNode();
		next.href = wizard().dataset.wizard + "/preview.css?" + query();
		next.addEventListener("load", () => old.remove());
		next.addEventListener("error", () => next.remove());
		page.querySelectorAll("link[data-next]").forEach((waiting) => waiting.remove());
		next.dataset.next = "";
		next.addEventListener("load", () => delete next.dataset.next);
		old.after(next);
	}

	function reload() {
		const place = frame();
		if (place) {
			place.src = wizard().dataset.wizard + "/preview?" + query();
		}
	}

	function later() {
		clearTimeout(timer);
		timer = setTimeout(() => {
			restyle();
			const check = document.querySelector("[data-check]");
			if (check && window.htmx) {
				window.htmx.trigger(check, "recheck");
			}
		}, 150);
	}

	function fit() {
		const box = document.querySelector(".preview-frame");
		if (box) {
			box.style.setProperty("--scale", String(Math.min(1, box.clientWidth / 1280)));
		}
	}
	window.addEventListener("resize", fit);

	/* What is typed and pressed */

	function changed(input) {
		input.dispatchEvent(new Event("input", { bubbles: true }));
	}

	function set(assignments) {
		assignments.trim().split(/\s+/).forEach((assignment) => {
			const [name, value] = assignment.split("=");
			const input = form().elements[name];
			if (input) {
				input.value = value;
				changed(input);
			}
		});
	}

	document.addEventListener("input", (event) => {
		const input = event.target;
		if (input.name === "preview-width" || input.name === "preview-scheme") {
			return;
		}
		if (!input.form || input.form !== form()) {
			return;
		}
		const picker = input.id && document.querySelector("[data-colour='" + input.id + "']");
		if (picker && /^#?[0-9a-f]{6}$/i.test(input.value.trim())) {
			picker.value = "#" + input.value.trim().replace("#", "").toLowerCase();
		}
		if (/^#[0-9a-f]{6}$/i.test(input.value)) {
			document.querySelectorAll("[data-ground='" + input.name + "']").forEach((ground) =>
				ground.setAttribute("fill", input.value));
		}
		if (input.name === "corners") {
			form().querySelector(".corners output").value = input.value;
		}
		if (event.isTrusted) {
			answered();
		}
		later();
	});

	// What was asked before saving is about what stood there then.
	function answered() {
		document.getElementById("question")?.remove();
	}

	document.addEventListener("change", (event) => {
		const input = event.target;
		if (input.name === "preview-width") {
			width = input.value;
			fit();
		}
		else if (input.name === "preview-scheme") {
			scheme = input.value;
			restyle();
		}
		else if (input.type === "file" && input.form === form()) {
			pick(input);
		}
	});

	// A file that is too large is said so at once; the rest decides who looks into it.
	function pick(input) {
		const file = input.files[0];
		if (!file) {
			return;
		}
		if (file.size > Number(input.dataset.largest)) {
			const field = input.closest(".field");
			field.classList.add("wrong");
			field.querySelector(".error")?.remove();
			const error = document.createElement("p");
			error.className = "error";
			error.id = input.id + "-error";
			error.setAttribute("role", "alert");
			error.textContent = input.dataset.tooLarge;
			input.before(error);
			input.setAttribute("aria-invalid", "true");
			input.setAttribute("aria-describedby", input.id + "-hint " + error.id);
			input.value = "";
			return;
		}
		window.htmx.trigger(input, "picked");
	}

	document.addEventListener("click", (event) => {
		const setter = event.target.closest("[data-set]");
		const without = event.target.closest("[data-without]");
		if (setter) {
			event.preventDefault();
			answered();
			set(setter.dataset.set);
		}
		else if (without && window.htmx) {
			event.preventDefault();
			const kind = without.dataset.without;
			form().elements[kind].value = "";
			window.htmx.trigger(document.getElementById("f-" + kind + "File"), "picked");
		}
	});

	/* After a picture came in, and after each swap */

	document.addEventListener("htmx:afterSwap", (event) => {
		const picture = event.detail.target?.id?.startsWith("picture-")
			&& document.getElementById(event.detail.target.id);
		if (picture) {
			found(picture);
			changed(picture.querySelector("input[type=hidden]"));
			reload();
		}
	});

	function found(picture) {
		const place = document.getElementById("found");
		if (picture.dataset.picture !== "logo" || !place) {
			return;
		}
		const colours = (picture.dataset.colours ?? "").split(" ").filter(Boolean);
		place.hidden = colours.length === 0;
		place.querySelector(".found-list").replaceChildren(...colours.map((colour) => {
			const button = document.createElement("button");
			button.type = "button";
			button.className = "button found-colour";
			button.dataset.set = "light.brand=" + colour;
			const swatch = document.createElementNS("http://www.w3.org/2000/svg", "svg");
			swatch.setAttribute("class", "swatch");
			swatch.setAttribute("viewBox", "0 0 16 16");
			swatch.setAttribute("width", "16");
			swatch.setAttribute("height", "16");
			const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
			rect.setAttribute("width", "16");
			rect.setAttribute("height", "16");
			rect.setAttribute("rx", "3");
			rect.setAttribute("fill", colour);
			swatch.append(rect);
			button.append(swatch, colour);
			return button;
		}));
	}

	function begin() {
		if (!wizard()) {
			return;
		}
		fit();
		document.querySelectorAll("[name='preview-width']").forEach((input) => input.checked = input.value === width);
		document.querySelectorAll("[name='preview-scheme']").forEach((input) => input.checked = input.value === scheme);
		if (scheme !== "light") {
			frame().addEventListener("load", restyle, { once: true });
		}
		const wrong = document.querySelector(".step .error")?.closest(".step");
		go(wrong?.id ?? (step || location.hash.slice(1) || "logo"), false);
		if (form().matches("[data-dirty]")) {
			form().removeAttribute("data-dirty");
			changed(form().elements.revision);
		}
	}

	document.addEventListener("htmx:afterSettle", (event) => {
		if (event.detail.target?.id === "main" || event.detail.elt?.id === "main") {
			begin();
		}
	});
	begin();
})();
