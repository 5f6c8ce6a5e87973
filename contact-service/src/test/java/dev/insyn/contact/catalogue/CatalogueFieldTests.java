package dev.insyn.contact.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.insyn.contact.catalogue.CatalogueFixtures.colour;
import static dev.insyn.contact.catalogue.CatalogueFixtures.draft;
import static dev.insyn.contact.catalogue.CatalogueFixtures.objections;
import static dev.insyn.contact.catalogue.CatalogueFixtures.shoeSize;
import static dev.insyn.contact.catalogue.CatalogueFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

/// What a field can be. Each rule goes red with its line taken out of [CatalogueField] or [ValueRules].
class CatalogueFieldTests {

	@Test
	void keepsWhatAnAdministratorSays() {
		CatalogueField field = shoeSize().field();

		assertThat(field.labels()).isEqualTo(Map.of("sv", "Skostorlek", "en", "Shoe size"));
		assertThat(field.legalBasis()).isEqualTo(LegalBasis.CONSENT);
		assertThat(field.sensitivity()).isEqualTo(Sensitivity.NORMAL);
		assertThat(field.retired()).isFalse();
		assertThat(field.lacks()).isEmpty();
	}

	@Test
	void tidiesTextsAsPeopleTypeThem() {
		assertThat(with(shoeSize(), (field) -> field.put("source", " crm ")).field().source()).isEqualTo("crm");
		assertThat(draft("""
				{"key":"note","type":"TEXT","labels":{"sv":"  A\u0301nteckning ","en":" "}}""").field().labels())
			.isEqualTo(Map.of("sv", "Ánteckning"));
	}

	@Test
	void canBeWithoutPurposeBasisAndRetentionButSaysThatItCanNotBePublished() {
		assertThat(colour("red").field().lacks()).containsExactly("purpose", "legal-basis", "retention");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Shoe", "9lives", "-x", "a_b", "a.b", "skostorlek ö", "$where", "new", "records",
			"a0123456789012345678901234567890123456789012345678901234567890" })
	void hasAKeyThatProgramsCanUse(String key) {
		assertThat(objections(with(shoeSize(), (field) -> field.put("key", key)))).containsExactly("key key");
	}

	@ParameterizedTest
	@CsvSource({ "type,BLOB,type choice", "type,,type required", "legalBasis,because,legalBasis choice",
			"sensitivity,secret,sensitivity choice", "state,deleted,state choice", "retention,3 years,retention period",
			"retention,P0D,retention period", "retention,P-3Y,retention period", "retention,P,retention period",
			"retention,PT3H,retention period", "source,CRM!,source source" })
	void refusesWhatIsNoneOfTheKnown(String member, String value, String objection) {
		assertThat(objections(with(colour("red"), (field) -> field.put(member, value)))).contains(objection);
	}

	@ParameterizedTest
	@CsvSource({ "NUMBER,max,10,rules.max below-min", "NUMBER,max,much,rules.max number",
			"NUMBER,max,1e400,rules.max number", "NUMBER,maxLength,5,rules.maxLength not-for-type",
			"NUMBER,after,today,rules.after not-for-type", "TEXT,maxLength,501,rules.maxLength too-large",
			"TEXT,maxLength,0,rules.maxLength too-small", "TEXT,maxLength,1.5,rules.maxLength number",
			"MULTILINE,minLength,-1,rules.minLength too-small", "DATE,after,yesterday,rules.after date",
			"DATE,before,2026-02-30,rules.before date", "PHONE,defaultRegion,XX,rules.defaultRegion country" })
	void refusesRulesThatNoValueOfItsTypeCanKeep(String type, String rule, String value, String objection) {
		FieldDraft ruled = with(shoeSize(), (field) -> {
			field.put("type", type).putObject("rules").put(rule, value);
			if (rule.equals("max")) {
				field.withObject("rules").put("min", "15");
			}
			return field;
		});

		assertThat(objections(ruled)).containsExactly(objection);
	}

	@Test
	void takesTodayAsADate() {
		assertThat(objections(
				draft("""
						{"key":"visit","type":"DATE","labels":{"en":"Visit"},"rules":{"after":"today","before":"2030-01-01"}}""")))
			.isEmpty();
	}

	@Test
	void hasALabelInALanguageThatIsSpoken() {
		assertThat(objections(draft("{\"key\":\"x\",\"type\":\"TEXT\"}"))).containsExactly("labels required");
		assertThat(objections(draft("{\"key\":\"x\",\"type\":\"TEXT\",\"labels\":{\"tlh\":\"x\"}}")))
			.containsExactly("labels language");
	}

	@Test
	void hasTextsOfALengthAndWithoutTricks() {
		FieldDraft long_ = with(shoeSize(), (field) -> {
			field.withObject("labels").put("sv", "x".repeat(101));
			field.withObject("purpose").put("sv", "x".repeat(501));
			return field;
		});

		assertThat(objections(long_)).containsExactly("labels.sv too-long", "purpose.sv too-long");
		assertThat(objections(with(shoeSize(), (field) -> {
			field.withObject("labels").put("sv", "abc\u202Edef");
			return field;
		}))).containsExactly("labels.sv characters");
	}

	@Test
	void hasChoicesOnlyIfItIsChosenFromThem() {
		assertThat(objections(colour())).containsExactly("choices required");
		assertThat(objections(with(colour("red"), (field) -> field.put("type", "TEXT"))))
			.containsExactly("choices not-for-type");
		assertThat(objections(colour("red", "red"))).containsExactly("choices[1].value twice");
		assertThat(objections(colour("red;green"))).containsExactly("choices[0].value choice-value");
		assertThat(objections(colour(IntStream.range(0, 201).mapToObj((i) -> "c" + i).toArray(String[]::new))))
			.containsExactly("choices too-many");
	}

	@Test
	void needsAChoiceThatIsNotRetired() {
		FieldDraft draft = draft("""
				{"key":"colour","type":"CHOICE","labels":{"sv":"Färg"},
				 "choices":[{"value":"red","labels":{"sv":"Röd"},"retired":true}]}""");

		assertThat(objections(draft)).containsExactly("choices required");
	}

	@Test
	void tellsEverythingThatIsWrongAtOnce() {
		assertThat(objections(draft("""
				{"key":"X","type":"NUMBER","rules":{"min":"a"},"legalBasis":"b","retention":"c"}"""))).isEqualTo(
				List.of("legalBasis choice", "rules.min number", "key key", "labels required", "retention period"));
	}

}
