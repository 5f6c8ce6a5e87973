package dev.insyn.notification.template;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MergeSyntaxTests {

	@Test
	void readsFieldsWithAndWithoutWhatToSayOtherwise() {
		MergeSyntax.Marked marked = MergeSyntax.mark("Hej {{contact.first-name | du där}} på {{organisation.name}}!");
		assertThat(marked.fields()).extracting(MergeField::label)
			.containsExactly("contact.first-name", "organisation.name");
		assertThat(marked.fields()).extracting(MergeField::otherwise).containsExactly("du där", null);
		assertThat(marked.broken()).isEmpty();
	}

	/// As the seed writes it: what stands between the last two underscores is clicked.
	@Test
	void readsAPageAndTheTextThatIsClicked() {
		MergeField page = MergeSyntax.mark("Se _P05_Redigera egen data_.").fields().getFirst();
		assertThat(page.kind()).isEqualTo(MergeField.Kind.PAGE);
		assertThat(page.name()).isEqualTo("P05");
		assertThat(page.otherwise()).isEqualTo("Redigera egen data");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{contact}}", "{{kontakt.namn}}", "{{contact.first name}}", "{{ }}",
			"{{contact.a | b | c}}", "_P5_Nej_", "_P05_ingen slut" })
	void saysOfWhatLooksLikeAFieldThatItIsNone(String text) {
		assertThat(MergeSyntax.mark("Hej " + text).broken()).hasSize(1);
		assertThat(MergeSyntax.mark("Hej " + text).fields()).isEmpty();
	}

	/// Red when such characters are left in: a template could then name fields that it
	/// has not.
	@Test
	void takesOutWhatOnlyItsOwnMarksMayBe() {
		MergeSyntax.Marked marked = MergeSyntax.mark("\uE0000\uE001 {{contact.phone}}");
		assertThat(marked.words()).isEqualTo("0 \uE0000\uE001");
	}

}
