package org.prevenance.signal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What a control tells a device to do.
///
/// @param control with its pack, `appliances/daylight`
/// @param subject `device/L1`
/// @param command `brightness`
/// @param value   as in JSON: a number, `true` or `false`
/// @param from    each indicator that the control reads, as judged then
public record Command(
        String control, String subject, Instant at, String command, String value, List<Case.Figure> from) {
    public static final Comparator<Command> ORDER =
            Comparator.comparing(Command::at).thenComparing(Command::subject).thenComparing(Command::control);

    public Command {
        from = List.copyOf(from);
    }
}
