package dev.insyn.stack;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Four of 128 Swedish words: enough for users who exist on one machine and are locked after five tries.
final class Passphrase {

	private static final int LENGTH = 4;

	private static final List<String> WORDS = List.of("""
			ahorn alm anka apel asp barr bergart blad blomma bok boll brev bro cykel dal dimma dopp
			dunge eko eld fager falk fana fest fjord flagga flod forell fura fyr gata gran gren grotta
			gryning gull hage hagel hall hamn hare hassel hatt hav hed himmel hjort hus jord kajak
			kaka kastanj klippa klocka knopp kopp korp krita kudde kulle lada lampa lark lav lilja
			lind ljung ljus lund lykta mars mat moln mossa myr natt norr nyckel nypon okra orm orre
			ost park penna pil pinje plommon poppel ram regn ring ripa ros sadel salvia sand skata
			sked skog skor skuta sky sol sommar spade spel sten stig stol sund svan syren tak tall
			tistel topp torg torn trappa trast tuva udde uggla ull vagn vante vass
			""".strip().split("\\s+"));

	private Passphrase() {
	}

	static String random(SecureRandom random) {
		return IntStream.range(0, LENGTH)
			.mapToObj((_) -> WORDS.get(random.nextInt(WORDS.size())))
			.collect(Collectors.joining("-"));
	}

}
