// Fills in the forms of passkeys with what the browser's authenticator says (WebAuthn). A form that it can't fill in stays hidden.
(() => {
	"use strict";

	const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

	const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
		.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

	const ids = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

	function read(form) {
		const options = JSON.parse(form.dataset.options);
		options.challenge = bytes(options.challenge);
		options.excludeCredentials = ids(options.excludeCredentials);
		options.allowCredentials = ids(options.allowCredentials);
		if (options.user) {
			options.user.id = bytes(options.user.id);
		}
		return { publicKey: options };
	}

	function written(credential) {
		const told = credential.response;
		const response = { clientDataJSON: text(told.clientDataJSON) };
		if (told.attestationObject) {
			response.attestationObject = text(told.attestationObject);
			response.transports = told.getTransports ? told.getTransports() : [];
		}
		else {
			response.authenticatorData = text(told.authenticatorData);
			response.signature = text(told.signature);
			response.userHandle = told.userHandle ? text(told.userHandle) : undefined;
		}
		return JSON.stringify({
			id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: {},
		});
	}

	async function ask(form) {
		const news = form.querySelector(".passkey-news");
		news.textContent = "";
		try {
			const act = form.dataset.passkey === "create" ? "create" : "get";
			form.elements.credential.value = written(await navigator.credentials[act](read(form)));
			form.submit();
		}
		catch {
			// cancelled, or nothing there that fits: the other ways in stand beside it
			news.textContent = form.dataset.failed;
		}
	}

	if (window.PublicKeyCredential && navigator.credentials) {
		document.querySelectorAll("form[data-passkey]").forEach((form) => {
			form.hidden = false;
			form.addEventListener("submit", (event) => {
				event.preventDefault();
				ask(form);
			});
		});
	}
})();
