package org.prevenance.backtest;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Action;
import org.prevenance.playbook.Signal;

/// By when the call that a signal asks for is made.
///
/// @param written `2d` for calendar days, `4h`, `30m`
record Deadline(String written) {
    /// That of the signal's first call; null where it has none.
    static @Nullable Deadline of(Signal signal) {
        return signal.actions().stream()
                .filter(action -> action.kind() == Action.Kind.CALL)
                .map(action -> action.settings().get("within"))
                .filter(within -> within != null)
                .findFirst()
                .map(Deadline::new)
                .orElse(null);
    }

    /// The instant, for a case opened then; both in microseconds since 1970.
    long after(long opened, ZoneDays days) {
        int unit = written.length() - 1;
        long count = Long.parseLong(written.substring(0, unit));
        return switch (written.charAt(unit)) {
            case 'd' -> days.plusDays(opened, count);
            case 'h' -> opened + count * Raw.HOUR;
            default -> opened + count * Raw.MINUTE;
        };
    }
}
