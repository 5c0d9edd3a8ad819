package org.prevenance.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.Counts;
import org.prevenance.files.Quarantined;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;

/// What a check found.
///
/// @param counts     how many events were read and what became of them; `admitted + duplicates + quarantined = read`
/// @param cases      by harm (highest first), then subject, then signal, then the instant of opening
/// @param from       the first event's time; null when nothing was admitted
/// @param until      the instant up to which was judged; null when nothing was admitted
/// @param quarantine what was not admitted, by file and line
/// @param proofs     for each evidence id of a case: what the event was
/// @param commands   what controls told devices, by instant, subject and control
/// @param forecasts  what models foretold for it, one for each
public record CheckResult(
        Counts counts,
        List<Case> cases,
        @Nullable Instant from,
        @Nullable Instant until,
        List<Quarantined> quarantine,
        Map<String, Proof> proofs,
        List<SignalAbout> signals,
        List<Command> commands,
        List<Foretelling> forecasts) {
    /// Without commands and forecasts.
    public CheckResult(
            Counts counts,
            List<Case> cases,
            @Nullable Instant from,
            @Nullable Instant until,
            List<Quarantined> quarantine,
            Map<String, Proof> proofs,
            List<SignalAbout> signals) {
        this(counts, cases, from, until, quarantine, proofs, signals, List.of(), List.of());
    }

    /// An event shown as proof.
    ///
    /// @param facts the values that playbooks read of it, ready to be shown: field to text
    public record Proof(
            String id, String type, String subject, Instant time, Instant known, Map<String, String> facts) {}

    /// A signal that was judged, so that a report can also say "none found".
    public record SignalAbout(String name, String titleFr, String titleEn) {}
}
