package org.prevenance.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.signal.Harm;

/// One scenario: what is given, and what is expected of it.
///
/// @param events   CloudEvents as canonical JSON, one object each, in order of writing; `recordedtime` is always there
/// @param until    the instant up to which is judged
/// @param expected the cases that must be there, and no others; empty means silence
/// @param commands what devices must be told, in order, and nothing else; null: not looked at
/// @param line     of the file, from 1
public record Scenario(
        String file,
        String name,
        List<String> events,
        Instant until,
        List<Expected> expected,
        @Nullable List<Told> commands,
        int line) {
    public Scenario {
        events = List.copyOf(events);
        expected = List.copyOf(expected);
        commands = commands == null ? null : List.copyOf(commands);
    }

    /// One command.
    ///
    /// @param control with its pack, `appliances/daylight`
    /// @param value   as in JSON
    public record Told(String control, String subject, Moment at, String value, int line) {}

    /// One case.
    ///
    /// @param signal  with its pack, `telecom/billed-twice`
    /// @param subject `contract/C1`
    /// @param opened  null: whenever
    /// @param closed  null: it must still be open at the end
    /// @param by      how it was closed: `gone`, or what a person said; null: whatever
    /// @param harm    null: whatever
    public record Expected(
            String signal,
            String subject,
            @Nullable Moment opened,
            @Nullable Moment closed,
            @Nullable String by,
            @Nullable Harm harm,
            int line) {}

    /// When something must have happened.
    public sealed interface Moment {
        /// At this instant.
        record At(Instant instant) implements Moment {}

        /// At some instant of this day, in the playbooks' zone.
        record On(LocalDate day) implements Moment {}
    }
}
