package dev.insyn.fields;

import java.util.Locale;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

import org.jspecify.annotations.Nullable;

/// A phone number that exists in its country's numbering plan.
final class PhoneNumber {

	/// Without letters: an extension has no place in E.164, and dropping it in silence
	/// would lose it.
	private static final Pattern TYPED = Pattern.compile("[+\uFF0B]?[0-9\\p{Zs}().\\p{Pd}/]{3,40}");

	private PhoneNumber() {
	}

	static String read(String typed, FieldRules rules, Locale locale) {
		Phonenumber.PhoneNumber number = TYPED.matcher(typed).matches() ? parse(typed, Regions.of(rules, locale))
				: null;
		if (number == null || !PhoneNumberUtil.getInstance().isValidNumber(number)) {
			throw new Unreadable(ProblemCode.PHONE);
		}
		return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
	}

	/// As dialled within its country for those who are there, else with the country's
	/// code.
	static String show(String canonical, FieldRules rules, Locale locale) {
		Phonenumber.PhoneNumber number = parse(canonical, null);
		if (number == null) {
			return canonical;
		}
		PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
		String region = Regions.of(rules, locale);
		boolean domestic = region != null && phones.getCountryCodeForRegion(region) == number.getCountryCode();
		return phones.format(number, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
	}

	private static Phonenumber.@Nullable PhoneNumber parse(String typed, @Nullable String region) {
		try {
			return PhoneNumberUtil.getInstance().parse(typed, region);
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

}
