"use strict";

const part = (id) => document.getElementById(id);
const read = new Set();
let messages = [];
let chosen = location.hash.slice(1);
let plain = false;

function element(name, className, text) {
	const made = document.createElement(name);
	made.className = className;
	made.textContent = text;
	return made;
}

function when(at) {
	const date = new Date(at);
	const today = date.toDateString() === new Date().toDateString();
	return today ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }) : date.toLocaleDateString();
}

function row(message) {
	const button = document.createElement("button");
	const time = element("time", "", when(message.at));
	time.title = new Date(message.at).toLocaleString();
	const unread = read.has(message.id) ? "" : " unread";
	button.append(element("span", "to" + unread, message.to), time,
		element("span", "subject" + unread, message.subject || "(no subject)"),
		element("span", "snippet", (message.text || "").replace(/\s+/g, " ").slice(0, 120)));
	if (message.id === chosen) {
		button.setAttribute("aria-current", "true");
	}
	button.addEventListener("click", () => choose(message.id));
	const item = document.createElement("li");
	item.append(button);
	return item;
}

function showList() {
	const list = part("messages");
	const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
	list.replaceChildren(...messages.map(row));
	if (focused >= 0) {
		list.querySelectorAll("button")[focused]?.focus();
	}
	part("none").classList.toggle("hidden", messages.length > 0);
	const news = messages.filter((message) => !read.has(message.id)).length;
	const count = messages.length + (messages.length === 1 ? " message" : " messages");
	if (part("count").textContent !== count) {
		part("count").textContent = count;
	}
	document.title = (news ? "(" + news + ") " : "") + "Inbox · Insyn on this machine";
}

function showMessage() {
	const message = messages.find((one) => one.id === chosen);
	part("mail").classList.toggle("reading", Boolean(message));
	part("unchosen").classList.toggle("hidden", Boolean(message));
	part("subject").textContent = message ? message.subject || "(no subject)" : "";
	part("head").classList.toggle("hidden", !message);
	part("tabs").classList.toggle("hidden", !message || !message.html);
	const asText = message && (plain || !message.html);
	part("html").classList.toggle("hidden", !message || asText);
	part("text").classList.toggle("hidden", !asText);
	part("as-html").setAttribute("aria-pressed", String(!plain));
	part("as-text").setAttribute("aria-pressed", String(plain));
	if (!message) {
		return;
	}
	part("from").textContent = message.from;
	part("to").textContent = message.to;
	part("at").textContent = new Date(message.at).toLocaleString();
	part("text").textContent = message.text || "This message has no plain text.";
	const source = "/messages/" + message.id;
	if (message.html && part("html").getAttribute("src") !== source) {
		part("html").src = source;
	}
}

function choose(id) {
	chosen = id;
	read.add(id);
	history.replaceState(null, "", id ? "#" + id : location.pathname);
	showList();
	showMessage();
}

async function refresh() {
	if (document.hidden) {
		return;
	}
	try {
		const now = await (await fetch("/api/messages")).json();
		if (now.length !== messages.length || now[0]?.id !== messages[0]?.id) {
			const first = messages.length === 0;
			messages = now;
			showList();
			if (first) {
				showMessage();
			}
		}
	}
	catch {
		part("count").textContent = "Insyn has stopped";
	}
}

part("back").addEventListener("click", () => choose(""));
part("as-html").addEventListener("click", () => { plain = false; showMessage(); });
part("as-text").addEventListener("click", () => { plain = true; showMessage(); });
document.addEventListener("keydown", (event) => {
	const step = { j: 1, k: -1 }[event.key];
	if (step && !event.ctrlKey && !event.metaKey && messages.length) {
		const at = messages.findIndex((message) => message.id === chosen);
		choose(messages[Math.min(messages.length - 1, Math.max(0, at + step))].id);
	}
});
document.addEventListener("visibilitychange", refresh);
refresh();
setInterval(refresh, 1500);
