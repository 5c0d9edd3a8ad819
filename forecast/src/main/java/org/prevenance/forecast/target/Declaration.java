package org.prevenance.forecast.target;

import org.prevenance.text.Form;
import org.prevenance.text.NamedText;

/// A forecast as declared in `forecasts/NAME.forecast.yaml`: what all of them have in common.
///
/// @param name    such as `arrival`
/// @param kind    what is foretold
/// @param purpose what the events that it reads are used for; where that rests on an opt-in, those of people who gave
///                none are never read
/// @param file    with its text, for messages
/// @param rest    the declaration itself, from which the target reads what is its own
public record Declaration(
        String name, Kind kind, String titleFr, String titleEn, String purpose, NamedText file, Form rest) {
    /// What can be foretold. In YAML: `target: arrival`.
    public enum Kind {
        /// When a trip will reach a stop.
        ARRIVAL,
        /// How long a caller waits who joins a line.
        WAIT,
        /// On which platform a trip will stop.
        PLATFORM,
        /// Which device will fail within seven days.
        FAILURE
    }
}
