package dev.insyn.audit;

/// Stands for a type of that package.
public class Sample {

}
