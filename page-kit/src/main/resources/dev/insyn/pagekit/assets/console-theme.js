// Before the first paint: the scheme that the user chose, and that there is script.
(function () {
	const root = document.documentElement;
	root.classList.add("js");
	try {
		const scheme = localStorage.getItem("insyn.scheme");
		if (scheme === "light" || scheme === "dark") {
			root.dataset.scheme = scheme;
		}
	}
	catch {
		// no storage: the device decides
	}
})();
