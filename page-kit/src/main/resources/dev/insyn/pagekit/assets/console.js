// What the console does beyond plain HTML. Everything works without it, only slower.
"use strict";

const root = document.documentElement;

function words(key, ...values) {
	const text = document.getElementById("console-words")?.dataset[key] ?? "";
	return text.replace(/\{(\d)}/g, (_, index) => values[index] ?? "");
}

function stored(key, value) {
	try {
		if (value === undefined) {
			return localStorage.getItem(key);
		}
		localStorage.setItem(key, value);
	}
	catch {
		// no storage: it holds for this page
	}
	return null;
}

/* Toasts */

function toast(message, problem, link) {
	const box = document.getElementById("toasts");
	if (!box) {
		return;
	}
	const item = document.createElement("p");
	item.className = problem ? "toast problem" : "toast";
	item.textContent = message;
	if (link) {
		item.append(" ", link);
	}
	if (problem) {
		item.setAttribute("role", "alert");
		const close = document.createElement("button");
		close.type = "button";
		close.className = "toast-close";
		close.setAttribute("aria-label", words("close"));
		close.textContent = "×";
		close.addEventListener("click", () => item.remove());
		item.append(close);
		box.replaceChildren(item);
	}
	else {
		box.append(item);
		setTimeout(() => item.remove(), 6000);
	}
}

// A toast that came with the page is said again, since what is there at load is not announced.
function announce() {
	const given = [...document.querySelectorAll("#toasts .toast:not([data-said])")];
	given.forEach((item) => {
		const text = item.textContent;
		item.remove();
		setTimeout(() => toast(text), 50);
	});
	const address = new URL(location.href);
	if (address.searchParams.has("done")) {
		address.searchParams.delete("done");
		history.replaceState(history.state, "", address);
	}
}

/* Light and dark */

function scheme(name) {
	if (name) {
		root.dataset.scheme = name;
	}
	else {
		delete root.dataset.scheme;
	}
	stored("insyn.scheme", name);
}

// What is searched for has been asked already while it was typed. A search that is left must not ask again: the rows would
// come anew, and lose what was just ticked in them.
document.addEventListener("change", (event) => {
	if (event.target.matches("[data-search]")) {
		event.stopPropagation();
	}
}, true);

document.addEventListener("change", (event) => {
	const target = event.target;
	if (target.name === "scheme" && target.closest("[data-scheme]")) {
		scheme(target.value);
	}
	else if (target.matches("[data-all]")) {
		target.closest("table").querySelectorAll("[name=selected]").forEach((box) => {
			box.checked = target.checked;
		});
	}
	else if (target.matches("[data-colour]")) {
		const text = document.getElementById(target.dataset.colour);
		text.value = target.value;
		text.dispatchEvent(new Event("input", { bubbles: true }));
	}
	else if (target.matches("[data-keys]")) {
		stored("insyn.keys", target.checked ? "on" : "off");
	}
	if (target.closest("table") && target.type === "checkbox") {
		count(target.closest("[data-table]"));
	}
});

function count(table) {
	const chosen = table?.querySelectorAll("[name=selected]:checked").length ?? 0;
	const place = table?.querySelector("[data-selected]");
	if (place) {
		place.textContent = chosen ? words("chosen", chosen) : "";
	}
}

/* Dialogs, copying, menus */

document.addEventListener("click", (event) => {
	const opener = event.target.closest("[data-dialog]");
	if (opener && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
		const dialog = document.getElementById(opener.dataset.dialog);
		if (dialog) {
			event.preventDefault();
			opener.closest("details[data-more]")?.removeAttribute("open");
			dialog.showModal();
			return;
		}
	}
	const closer = event.target.closest("dialog [data-close]");
	if (closer) {
		event.preventDefault();
		closer.closest("dialog").close();
		return;
	}
	if (event.target.matches("dialog[open]")) {
		event.target.close();
		return;
	}
	const copier = event.target.closest("[data-copy]");
	if (copier) {
		event.preventDefault();
		navigator.clipboard?.writeText(copier.dataset.copy).then(() => toast(words("copied")), () => {});
	}
	document.querySelectorAll("details[data-more][open]").forEach((menu) => {
		if (!menu.contains(event.target)) {
			menu.removeAttribute("open");
		}
	});
});

/* Keys */

function typing(target) {
	return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
	if (event.key === "Escape") {
		const menu = event.target.closest("details[data-more][open], details[data-menu][open]");
		if (menu && !menu.matches("[data-wide]")) {
			menu.removeAttribute("open");
			menu.querySelector("summary").focus();
		}
		return;
	}
	if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")
			|| stored("insyn.keys") === "off" && event.key !== "?") {
		return;
	}
	if (event.key === "j" || event.key === "k") {
		step(event.key === "j" ? 1 : -1, event);
	}
	else if (event.key === "/") {
		const search = document.querySelector("[data-search]");
		if (search) {
			event.preventDefault();
			search.focus();
			search.select();
		}
	}
	else if (event.key === "?") {
		event.preventDefault();
		document.getElementById("keys")?.showModal();
	}
});

function step(by, event) {
	const links = [...document.querySelectorAll("[data-table] .row-link")];
	if (links.length) {
		event.preventDefault();
		const now = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
		const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, now + by));
		links[next].focus();
		links[next].closest("tr").scrollIntoView({ block: "nearest" });
	}
}

/* Unsaved changes */

const changed = new Set();

function unsaved(form) {
	changed.add(form);
	form.dataset.changed = "";
}

document.addEventListener("input", (event) => {
	const form = event.target.form;
	if (form?.matches("[data-guard]")) {
		unsaved(form);
	}
});
document.addEventListener("submit", (event) => changed.delete(event.target));
window.addEventListener("beforeunload", (event) => {
	for (const form of changed) {
		if (form.isConnected) {
			event.preventDefault();
			return;
		}
	}
});

/* Language tabs: one language of all texts on the page at a time */

function languages(within) {
	const groups = [...within.querySelectorAll("[data-localised]:not([data-tabbed])")];
	groups.forEach((group) => {
		group.dataset.tabbed = "";
		const parts = [...group.querySelectorAll("[data-language]")];
		if (parts.length < 2) {
			return;
		}
		const bar = document.createElement("div");
		bar.className = "language-tabs";
		parts.forEach((part) => {
			const button = document.createElement("button");
			button.type = "button";
			button.textContent = part.querySelector("label").lastChild.textContent.trim();
			button.lang = part.dataset.language;
			button.dataset.speak = part.dataset.language;
			button.classList.toggle("wrong", part.querySelector(".error") !== null);
			button.addEventListener("click", () => speak(button.dataset.speak));
			bar.append(button);
		});
		parts[0].before(bar);
	});
	if (groups.length) {
		const wrong = document.querySelector("[data-language] .error")?.closest("[data-language]");
		speak(wrong?.dataset.language ?? stored("insyn.language") ?? "");
	}
}

function speak(language) {
	document.querySelectorAll("[data-localised]").forEach((group) => {
		const parts = [...group.querySelectorAll("[data-language]")];
		const shown = parts.find((part) => part.dataset.language === language) ?? parts[0];
		parts.forEach((part) => part.toggleAttribute("data-hidden", parts.length > 1 && part !== shown));
		group.querySelectorAll("[data-speak]").forEach((button) =>
			button.setAttribute("aria-pressed", String(button.dataset.speak === shown.dataset.language)));
	});
	stored("insyn.language", language);
}

// A link from the error summary to a text in another language.
document.addEventListener("click", (event) => {
	const target = event.target.closest(".summary a[href^='#']");
	const part = target && document.getElementById(target.hash.slice(1))?.closest("[data-language]");
	if (part) {
		speak(part.dataset.language);
	}
});

/* Lists that are sorted by dragging */

let dragged = null;

document.addEventListener("pointerdown", (event) => {
	const item = event.target.closest(".grip")?.closest("[data-sortable] > li");
	if (item && event.button === 0) {
		event.preventDefault();
		dragged = { item, before: item.nextElementSibling, moved: false };
		item.classList.add("dragged");
		item.setPointerCapture?.(event.pointerId);
	}
});
document.addEventListener("pointermove", (event) => {
	if (!dragged) {
		return;
	}
	const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-sortable] > li");
	if (over && over !== dragged.item && over.parentElement === dragged.item.parentElement) {
		const box = over.getBoundingClientRect();
		over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged.item);
	}
});
function drop() {
	if (!dragged) {
		return;
	}
	const { item, before } = dragged;
	dragged = null;
	item.classList.remove("dragged");
	if (item.nextElementSibling !== before) {
		const items = [...item.parentElement.children];
		if (item.parentElement.dataset.sortable === "later") {
			unsaved(item.closest("form"));
		}
		else {
			item.closest("form").requestSubmit();
		}
		toast(words("moved", item.querySelector(".sortable-content").textContent.trim(),
			items.indexOf(item) + 1, items.length));
	}
}
document.addEventListener("pointerup", drop);
document.addEventListener("pointercancel", drop);

/* A page beside the form that changes it: what stands in the form is posted to the preview, and nothing is saved */

let asked = 0;
let soon = 0;

function previewOf(form) {
	return document.getElementById(form?.dataset.preview ?? "");
}

async function preview(form, frame) {
	const turn = ++asked;
	const address = frame.dataset.address + "&lang=" + frame.dataset.language;
	if (frame.hasAttribute("sandbox")) {
		show(form, frame, address);
		return;
	}
	try {
		const answer = await fetch(address, { method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(new FormData(form)) });
		if (answer.ok && turn === asked) {
			redraw(frame, new DOMParser().parseFromString(await answer.text(), "text/html"));
		}
	}
	catch {
		// offline: the preview stays as it was
	}
}

// What has a policy of its own, such as a mail, is let in whole: its frame goes where the form would.
function show(form, frame, address) {
	const copy = document.createElement("form");
	copy.method = "post";
	copy.action = address;
	copy.target = frame.name;
	copy.hidden = true;
	new FormData(form).forEach((value, name) => {
		const input = document.createElement("input");
		input.type = "hidden";
		input.name = name;
		input.value = value;
		copy.append(input);
	});
	document.body.append(copy);
	HTMLFormElement.prototype.submit.call(copy);
	copy.remove();
}

// Only what differs is replaced, so that the preview neither flickers nor jumps.
function redraw(frame, next) {
	const now = frame.contentDocument;
	if (!now?.body) {
		return;
	}
	const sheets = (page) => [...page.querySelectorAll("link[rel=stylesheet]")];
	const kept = sheets(now).map((sheet) => sheet.getAttribute("href"));
	const wanted = sheets(next).map((sheet) => sheet.getAttribute("href"));
	sheets(next).filter((sheet) => !kept.includes(sheet.getAttribute("href"))).forEach((sheet) => now.head.append(now.adoptNode(sheet)));
	sheets(now).filter((sheet) => !wanted.includes(sheet.getAttribute("href"))).forEach((sheet) => setTimeout(() => sheet.remove(), 200));
	const top = now.documentElement.scrollTop;
	now.documentElement.lang = next.documentElement.lang;
	now.body.replaceWith(now.adoptNode(next.body));
	now.documentElement.scrollTop = top;
}

// What one works at comes into sight in the page beside it.
function reveal(frame, part) {
	const place = part && !frame.hasAttribute("sandbox") && frame.contentDocument?.getElementById(part);
	if (place) {
		const top = place.getBoundingClientRect().top + frame.contentWindow.scrollY;
		frame.contentWindow.scrollTo(0, top - frame.contentWindow.innerHeight / 4);
	}
}

document.addEventListener("focusin", (event) => {
	const item = event.target.closest("[data-preview] [data-sortable] > li");
	const frame = item && previewOf(item.closest("form"));
	if (frame && !event.target.closest(".sortable-actions")) {
		reveal(frame, "f-" + item.dataset.key);
	}
});

document.addEventListener("input", (event) => {
	const form = event.target.form;
	const frame = previewOf(form);
	if (frame) {
		clearTimeout(soon);
		soon = setTimeout(() => preview(form, frame), 350);
	}
});

document.addEventListener("click", (event) => {
	const language = event.target.closest("[data-preview-language]");
	const width = event.target.closest("[data-preview-width]");
	const chosen = language ?? width;
	if (!chosen) {
		return;
	}
	event.preventDefault();
	const pane = chosen.closest(".preview");
	chosen.parentElement.querySelectorAll("[aria-pressed]").forEach((one) => one.setAttribute("aria-pressed", String(one === chosen)));
	const frame = pane.querySelector("iframe");
	if (width) {
		pane.dataset.wide = String(width.dataset.previewWidth === "wide");
		stored("insyn.preview", width.dataset.previewWidth);
		fit(pane);
	}
	else {
		frame.dataset.language = language.dataset.previewLanguage;
		const form = document.querySelector("[data-preview='" + frame.id + "']");
		if (form) {
			preview(form, frame);
		}
		else {
			frame.src = language.href;
		}
	}
});

/* A list whose entries are written where one was writing last */

let writing = null;

document.addEventListener("focusin", (event) => {
	if (event.target.matches("form[data-guard] textarea, form[data-guard] input[type=text]")) {
		writing = event.target;
	}
});

document.addEventListener("change", (event) => {
	const list = event.target.closest("[data-insert]");
	if (!list?.value) {
		return;
	}
	const into = list.form.contains(writing) ? writing : [...list.form.querySelectorAll("textarea")].find((one) => one.offsetParent);
	into.setRangeText(list.value, into.selectionStart, into.selectionEnd, "end");
	into.focus();
	list.value = "";
	into.dispatchEvent(new Event("input", { bubbles: true }));
});

function fit(pane) {
	const stage = pane.querySelector(".preview-stage");
	stage.style.setProperty("--scale", String(Math.min(1, stage.clientWidth / 1120)));
}
const fitting = new ResizeObserver((stages) => stages.forEach((stage) => fit(stage.target.closest(".preview"))));

function panes(within) {
	within.querySelectorAll(".preview").forEach((pane) => {
		const wide = stored("insyn.preview") === "wide";
		pane.dataset.wide = String(wide);
		pane.querySelectorAll("[data-preview-width]").forEach((one) =>
			one.setAttribute("aria-pressed", String((one.dataset.previewWidth === "wide") === wide)));
		fitting.observe(pane.querySelector(".preview-stage"));
		const frame = pane.querySelector("iframe");
		frame.addEventListener("load", () => reveal(frame, frame.dataset.part));
	});
}

/* A long list that is narrowed down as one types */

document.addEventListener("input", (event) => {
	const list = document.getElementById(event.target.dataset?.filter ?? "");
	if (list) {
		const words = event.target.value.toLowerCase().split(/\s+/);
		[...list.children].forEach((item) => {
			item.hidden = !words.every((word) => item.dataset.words.toLowerCase().includes(word));
		});
	}
});
document.addEventListener("keydown", (event) => {
	if (event.key === "Enter" && event.target.dataset?.filter) {
		event.preventDefault();
		document.getElementById(event.target.dataset.filter).querySelector("li:not([hidden]) button")?.focus();
	}
	if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
		const form = document.querySelector("form[data-guard][data-preview]");
		if (form) {
			event.preventDefault();
			form.requestSubmit();
		}
	}
});

/* htmx: filters send themselves, empty ones stay out of the address, and trouble loses nothing */

document.addEventListener("htmx:configRequest", (event) => {
	if (event.detail.elt.matches("[data-filters]")) {
		const parameters = event.detail.parameters;
		[...new Set(parameters.keys?.() ?? Object.keys(parameters))].forEach((name) => {
			if (parameters[name] === "") {
				delete parameters[name];
			}
		});
	}
});

const ANSWERS = { 403: "forbidden", 409: "conflict", 412: "conflict", 429: "tooMany", 502: "away", 503: "away", 504: "away" };

document.addEventListener("htmx:beforeSwap", (event) => {
	const { xhr, target } = event.detail;
	const signedOut = xhr.status === 401 || new URL(xhr.responseURL || location.href).pathname === "/sign-in";
	const wanted = xhr.responseText.includes('id="' + target.id + '"');
	if (!signedOut && wanted && (xhr.status < 400 || xhr.status === 422 || xhr.status === 409)) {
		event.detail.shouldSwap = true;
		event.detail.isError = false;
		return;
	}
	event.detail.shouldSwap = false;
	if (signedOut) {
		const link = document.createElement("a");
		link.href = "/sign-in";
		link.target = "_blank";
		link.rel = "noopener";
		link.textContent = words("signIn");
		toast(words("signedOut"), true, link);
	}
	else {
		toast(words(ANSWERS[xhr.status] ?? "failed"), true);
	}
});
document.addEventListener("htmx:sendError", (event) => {
	if (!event.detail.elt.matches("[data-patient]")) {
		toast(words("offline"), true);
	}
});
document.addEventListener("htmx:timeout", () => toast(words("away"), true));
// Long work goes on while the line is down: ask again.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
	document.addEventListener(name, (event) => {
		const work = event.detail.elt;
		if (work.matches?.("[data-patient]")) {
			setTimeout(() => work.isConnected && window.htmx.ajax("GET", work.getAttribute("hx-get"),
				{ source: work, target: "#main", select: "#main", swap: "outerHTML" }), 3000);
		}
	});
}
document.addEventListener("htmx:afterSettle", () => prepare(document));

/* On load, and after each swap */

function prepare(within) {
	languages(within);
	panes(within);
	announce();
	within.querySelectorAll("[data-table]").forEach(count);
	within.querySelectorAll("form[data-unsaved]").forEach(unsaved);
	const keys = within.querySelector("[data-keys]");
	if (keys) {
		keys.checked = stored("insyn.keys") !== "off";
	}
	const chosen = within.querySelector("[data-scheme] input[value='" + (root.dataset.scheme ?? "") + "']");
	if (chosen) {
		chosen.checked = true;
	}
	within.querySelectorAll("time[datetime*='T']").forEach((time) => {
		const moment = new Date(time.dateTime);
		if (!Number.isNaN(moment.getTime())) {
			time.title = moment.toLocaleString(root.lang, { dateStyle: "medium", timeStyle: "long" });
		}
	});
	within.querySelectorAll("img[data-optional]").forEach((image) => {
		const gone = () => image.hidden = true;
		image.addEventListener("error", gone);
		if (image.complete && image.naturalWidth === 0) {
			gone();
		}
	});
}

prepare(document);
