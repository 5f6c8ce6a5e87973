package dev.insyn.testing.bad;

/// Public, but nobody else uses it.
public class NeedlesslyPublic {

}
