package dev.insyn.audit;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadTests {

	@Test
	void keepsWhatIsSealedAndLearnsWhomItIsAbout() {
		byte[] bytes = bytes("{\"contact\":\"anna\",\"source\":\"webcrm\",\"crmId\":\"NC-1\",\"sealed\":\"a..b.c.d\"}");
		Payload payload = Payload.of(JsonMapper.shared(), bytes);
		assertThat(payload.kept()).isSameAs(bytes);
		assertThat(payload.contact()).isEqualTo("anna");
		assertThat(payload.crmContact()).isEqualTo("webcrm|NC-1");
		assertThat(payload.remark()).isNull();
	}

	@Test
	void withholdsValuesInPlainButStillLearnsWhomTheyAreAbout() {
		Payload payload = Payload.of(JsonMapper.shared(),
				bytes("{\"source\":\"webcrm\",\"crmId\":\"NC-1\",\"values\":{\"first-name\":\"Anna\"}}"));
		assertThat(payload.kept()).isNull();
		assertThat(payload.crmContact()).isEqualTo("webcrm|NC-1");
		assertThat(payload.remark()).isEqualTo(Payload.PLAIN_VALUES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Anna", "[1]", "{\"contact\":", "\"Anna\"", "null" })
	void withholdsWhatIsNoObject(String body) {
		assertThat(Payload.of(JsonMapper.shared(), bytes(body))).isEqualTo(Payload.withheld(Payload.UNREADABLE));
	}

	@Test
	void takesOnlyTextForAContact() {
		assertThat(Payload.of(JsonMapper.shared(), bytes("{\"contact\":{\"name\":\"Anna\"}}")).contact()).isNull();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
