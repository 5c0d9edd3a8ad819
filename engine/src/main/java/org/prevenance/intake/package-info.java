/// From what a source says (the bytes of a JSON event, the cells of a row) to a checked event row, or to the reason
/// why it is refused.
///
/// Start reading at [org.prevenance.intake.EventReader]. What is right and what is refused is decided in two plain
/// classes, [org.prevenance.intake.PlainReader] (the shape of the JSON) and [org.prevenance.intake.EventDraft] (the
/// meaning of the values).
@NullMarked
package org.prevenance.intake;

import org.jspecify.annotations.NullMarked;
