package dev.insyn.events;

/// Stands for a type of that package.
public class Sample {

}
