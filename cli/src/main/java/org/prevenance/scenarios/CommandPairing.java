package org.prevenance.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.scenario.Scenario.Told;
import org.prevenance.signal.Command;

/// Compares the commands that were expected with those that were given, one by one in order.
final class CommandPairing {
    private CommandPairing() {}

    /// The first difference, `expected …; found …`; empty where there is none, or commands are not looked at.
    static String difference(@Nullable List<Told> expected, List<Command> found, Wording wording) {
        if (expected == null) {
            return "";
        }
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            Told wanted = i < expected.size() ? expected.get(i) : null;
            Command given = i < found.size() ? found.get(i) : null;
            if (wanted == null || given == null || !meets(wanted, given, wording)) {
                return "expected %s; found %s"
                        .formatted(
                                wanted == null ? "no other command" : wording.of(wanted),
                                given == null ? "no such command" : wording.of(given));
            }
        }
        return "";
    }

    private static boolean meets(Told wanted, Command given, Wording wording) {
        return wanted.control().equals(given.control())
                && wanted.subject().equals(given.subject())
                && Pairing.isAt(wanted.at(), given.at(), wording.zone())
                && wanted.value().equals(given.value());
    }
}
