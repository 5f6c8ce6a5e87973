package dev.insyn.page.pages;

import java.time.Instant;

/// The content of a page that is being worked on; another content is another document.
record PageDraft(String page, Instant at, PageContent content) {

}
