package dev.insyn.page.theme.image;

import dev.insyn.page.theme.colour.Colour;

/// A colour of a picture, and how much of what can be seen has it, 0 to 1.
public record Tone(Colour colour, double share) {

}
