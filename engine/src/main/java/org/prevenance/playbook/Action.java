package org.prevenance.playbook;

import java.util.Map;

/// What to do about a signal, as written in its playbook.
///
/// @param settings by name: for a call `team`, `within` (`2d`, `4h`), `kind` (service, prospection); for a device
///                 `command`, `value`; for a message `channel`, `kind`, `fr`, `en`; for a silence `reason`
public record Action(Kind kind, Map<String, String> settings) {
    public Action {
        settings = Map.copyOf(settings);
    }

    public enum Kind {
        /// A person calls the customer.
        CALL,
        /// A device of the customer is commanded.
        DEVICE,
        /// Something is written to the customer.
        MESSAGE,
        /// Nothing is done, and the reason is kept.
        SILENCE
    }
}
