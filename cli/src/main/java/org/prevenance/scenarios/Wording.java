package org.prevenance.scenarios;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.prevenance.scenario.Scenario.Expected;
import org.prevenance.scenario.Scenario.Moment;
import org.prevenance.scenario.Scenario.Told;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;
import org.prevenance.signal.Harm;

/// Tells expectations and cases alike, so that a reader sees at once where they differ. Instants are shown in the zone.
record Wording(ZoneId zone) {
    String of(Expected expected) {
        return told(
                expected.signal() + " for " + expected.subject(),
                expected.opened() == null ? null : moment(expected.opened()),
                expected.closed() == null ? null : moment(expected.closed()),
                expected.by(),
                expected.harm());
    }

    String of(Case found) {
        return told(
                found.signal() + " for " + found.subject(),
                instant(found.openedAt()),
                found.closedAt() == null ? null : instant(found.closedAt()),
                "gone".equals(found.closedBy()) ? null : found.closedBy(),
                found.harm());
    }

    String of(Told expected) {
        return "%s for %s, %s at %s"
                .formatted(expected.control(), expected.subject(), expected.value(), moment(expected.at()));
    }

    String of(Command found) {
        return "%s for %s, %s at %s".formatted(found.control(), found.subject(), found.value(), instant(found.at()));
    }

    private static String told(
            String what, @Nullable String opened, @Nullable String closed, @Nullable String by, @Nullable Harm harm) {
        return what
                + (opened == null ? "" : ", opened " + opened)
                + (closed == null ? ", still open" : ", closed " + closed + (by == null ? "" : " (" + by + ")"))
                + (harm == null ? "" : ", harm " + harm.written());
    }

    private String moment(Moment moment) {
        return switch (moment) {
            case Moment.At(Instant at) -> instant(at);
            case Moment.On(var day) -> "on " + day;
        };
    }

    private String instant(Instant at) {
        return at.atZone(zone).toOffsetDateTime().toString();
    }
}
