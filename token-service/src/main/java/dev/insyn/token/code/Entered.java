package dev.insyn.token.code;

/// What became of a code that was entered.
public enum Entered {

	RIGHT, WRONG,
	/// No further code is looked at; another has to be asked for.
	TOO_MANY_TRIES,
	/// Too late, or used already.
	EXPIRED

}
