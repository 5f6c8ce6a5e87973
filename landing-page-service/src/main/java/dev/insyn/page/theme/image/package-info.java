/// Uploaded pictures: known by their content, taken apart, and made anew in the sizes that screens need. Nothing of the
/// uploaded file is ever served.
@NullMarked
package dev.insyn.page.theme.image;

import org.jspecify.annotations.NullMarked;
