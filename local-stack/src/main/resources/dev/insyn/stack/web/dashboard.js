"use strict";

const KEPT = 200;
const SAID = {
	"contact.registered.v1": "is registered",
	"contact.data-updated.v1": "was updated",
	"contact.data-confirmed.v1": "confirmed its data",
	"contact.deleted.v1": "was deleted",
	"link.issued.v1": "got a link",
	"link.opened.v1": "opened its link",
	"link.revoked.v1": "lost its link",
	"link.requested.v1": "asked for a fresh link",
	"email.sent.v1": "caused a mail",
	"email.failed.v1": "caused a mail that failed",
	"email.bounced.v1": "caused a mail that came back",
	"activity.created.v1": "caused an activity",
	"activity.changed.v1": "has an activity that was changed",
	"activity.completed.v1": "has an activity that was done",
	"landing-page.published.v1": "A page was published",
	"landing-page.archived.v1": "A page was archived",
	"landing-page.update-refused.v1": "sent what its page does not allow",
	"landing-page.update-undeliverable.v1": "sent what was finally refused",
};
const CHANGES = new Set(["contact.data-updated.v1", "contact.data-confirmed.v1", "contact.deleted.v1",
	"landing-page.update-refused.v1", "landing-page.update-undeliverable.v1"]);

const part = (id) => document.getElementById(id);
const figure = new Intl.NumberFormat("en");
let last = 0;
let events = [];
let started = false;

function element(name, className, ...content) {
	const made = document.createElement(name);
	if (className) {
		made.className = className;
	}
	made.append(...content);
	return made;
}

function mebibytes(bytes) {
	return figure.format(Math.round(bytes / 1048576)) + " MiB";
}

function clock(at) {
	const time = element("time", "", new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
	time.dateTime = at;
	time.title = new Date(at).toLocaleString();
	return time;
}

function service(one) {
	const dot = element("span", "dot " + one.state);
	const name = element("td", "name", dot, one.name);
	if (one.state !== "up") {
		name.append(" ", element("span", "quiet", one.state));
	}
	return element("tr", "", name, element("td", "number", String(one.port)),
		element("td", "number mono optional", String(one.pid)), element("td", "number", mebibytes(one.memory)),
		element("td", "number", clock(one.started)));
}

async function showServices() {
	const services = await ask("/api/services");
	part("services").replaceChildren(...services.map(service));
	part("memory").textContent = mebibytes(services.reduce((sum, one) => sum + one.memory, 0)) + " together";
	const up = services.filter((one) => one.state === "up").length;
	say(up === services.length ? "everything is up" : up + " of " + services.length + " are up");
}

function topic(one) {
	const readers = one.groups.map((group) => element("span", "chip" + (group.lag > 0 ? " behind" : ""),
		group.name + (group.lag > 0 ? " " + figure.format(group.lag) : "")));
	const name = element("td", "name", one.name);
	if (one.deadLetters && one.messages > 0) {
		name.append(" ", element("span", "chip dead", "dead letters"));
	}
	return element("tr", "", name, element("td", "number optional", String(one.partitions)),
		element("td", "number", figure.format(one.messages)), element("td", "", ...readers));
}

async function showTopics() {
	const topics = (await ask("/api/topics")).filter((one) => !one.name.startsWith("__"));
	part("topics").replaceChildren(...topics.map(topic));
	part("messages").textContent = figure.format(topics.reduce((sum, one) => sum + one.messages, 0)) + " messages";
}

function task(one) {
	const done = element("td", "", ...(one.doneAt ? [clock(one.doneAt), " by " + one.doneBy.split(":")[0]] : ["–"]));
	return element("tr", one.doneAt ? "done" : "", element("td", "name", one.subject), element("td", "", one.due),
		element("td", "name", one.assignee), element("td", "optional", one.page || "–"), element("td", "optional", one.tenant), done);
}

async function showTasks() {
	const tasks = await ask("/api/tasks");
	part("tasks").replaceChildren(...tasks.map(task));
	part("task-table").classList.toggle("hidden", tasks.length === 0);
	part("no-tasks").classList.toggle("hidden", tasks.length > 0);
	part("open-tasks").textContent = tasks.length ? tasks.filter((one) => !one.doneAt).length + " to do" : "";
}

async function showLinks() {
	const links = await ask("/api/links");
	if (links.length) {
		part("links").replaceChildren(...links.map((link) => {
			const anchor = element("a", "", link.name + ", " + link.tenant);
			anchor.href = link.url;
			anchor.target = "_blank";
			anchor.rel = "noopener";
			return anchor;
		}));
	}
	return links.length > 0;
}

function change(one) {
	const values = element("dd", "");
	if (one.before !== null && one.before !== undefined) {
		values.append(element("del", "", one.before));
	}
	else {
		values.append(element("span", "quiet", "nothing"));
	}
	values.append(" → ");
	values.append(one.after !== null && one.after !== undefined ? element("ins", "", one.after) : element("span", "quiet", "nothing"));
	return [element("dt", "", one.field), values];
}

function entry(event, fresh) {
	const item = element("li", fresh ? "fresh" : "");
	const head = element("div", "head", element("strong", "", event.name || event.contact.slice(0, 10)),
		element("span", "", SAID[event.type] || event.type));
	if (event.page) {
		head.append(element("span", "chip", event.page));
	}
	head.append(clock(event.at));
	item.append(head);
	if (event.changes.length) {
		item.append(element("dl", "changes", ...event.changes.flatMap(change)));
	}
	if (event.problem) {
		item.append(element("div", "problem", "The values stay closed: " + event.problem));
	}
	const meta = [event.tenant, event.crmId, event.actor && "by " + event.actor.split(":")[0], event.type, event.place];
	item.append(element("div", "meta mono", meta.filter(Boolean).join("  ·  ")));
	return item;
}

function showFeed(fresh) {
	const wanted = part("all").checked ? events : events.filter((event) => CHANGES.has(event.type));
	part("feed").replaceChildren(...wanted.slice(-KEPT).reverse().map((event) => entry(event, fresh.has(event.number))));
	part("quiet").classList.toggle("hidden", wanted.length > 0);
}

async function showEvents() {
	const news = await ask("/api/events?after=" + last);
	if (news.length) {
		last = news[news.length - 1].number;
		events = events.concat(news).sort((one, other) => one.at.localeCompare(other.at)).slice(-KEPT * 2);
		showFeed(new Set(started ? news.map((event) => event.number) : []));
	}
	started = true;
}

async function ask(path) {
	const answer = await fetch(path);
	if (!answer.ok) {
		throw new Error(path + ": " + answer.status);
	}
	return answer.json();
}

function say(text) {
	if (part("live").textContent !== text) {
		part("live").textContent = text;
	}
}

function every(milliseconds, show) {
	let done = false;
	const run = async () => {
		if (!document.hidden && !done) {
			try {
				done = await show() === true;
			}
			catch {
				say("no answer; is Insyn still running?");
			}
		}
		setTimeout(run, milliseconds);
	};
	run();
}

part("all").checked = new URLSearchParams(location.search).has("all");
part("all").addEventListener("change", () => {
	history.replaceState(null, "", part("all").checked ? "?all" : location.pathname);
	showFeed(new Set());
});
every(2000, showServices);
every(3000, showTopics);
every(700, showEvents);
every(1500, showTasks);
every(2000, showLinks);
