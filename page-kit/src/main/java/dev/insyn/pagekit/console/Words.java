package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text cut into stretches that the other side has too and stretches that it has not: the longest common sequence of
/// words.
public record Words(String text, boolean own) {

	private static final Pattern BETWEEN = Pattern.compile("(?<=\\s)(?=\\S)");

	private static final int MOST = 600;

	/// The stretches of `text`, compared with `other`. Texts that are too long to compare
	/// are all their own.
	public static List<Words> of(String text, String other) {
		String[] mine = BETWEEN.split(text);
		String[] theirs = BETWEEN.split(other);
		if (mine.length > MOST || theirs.length > MOST) {
			return List.of(new Words(text, true));
		}
		int[][] common = common(mine, theirs);
		List<Words> stretches = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < mine.length) {
			if (j < theirs.length && same(mine[i], theirs[j])) {
				add(stretches, mine[i++], false);
				j++;
			}
			else if (j < theirs.length && common[i][j + 1] > common[i + 1][j]) {
				j++;
			}
			else {
				add(stretches, mine[i++], true);
			}
		}
		return stretches;
	}

	private static int[][] common(String[] mine, String[] theirs) {
		int[][] length = new int[mine.length + 1][theirs.length + 1];
		for (int i = mine.length - 1; i >= 0; i--) {
			for (int j = theirs.length - 1; j >= 0; j--) {
				length[i][j] = same(mine[i], theirs[j]) ? length[i + 1][j + 1] + 1
						: Math.max(length[i + 1][j], length[i][j + 1]);
			}
		}
		return length;
	}

	private static boolean same(String one, String other) {
		return one.strip().equals(other.strip());
	}

	private static void add(List<Words> stretches, String word, boolean own) {
		if (!stretches.isEmpty() && stretches.getLast().own() == own) {
			stretches.add(new Words(stretches.removeLast().text() + word, own));
		}
		else {
			stretches.add(new Words(word, own));
		}
	}

}
