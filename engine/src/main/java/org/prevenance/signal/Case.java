package org.prevenance.signal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One signal that held for one subject.
///
/// @param signal        with its pack, `telecom/returned-but-billed`
/// @param subject       `contract/C1`
/// @param closedBy      `gone` when its `until` held, or what a person said (`confirmed`, `false-alarm`,
///                      `already-known`, `unreachable`); null while open
/// @param harm          as last judged while open; null where the signal declares none
/// @param evidence      ids of the newest proving events, newest first, at most [#MOST_EVIDENCE]
/// @param evidenceCount how many events prove it
/// @param figures       each indicator that the signal reads, as judged when it opened, ready to be shown
public record Case(
        String signal,
        String subject,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable Harm harm,
        List<String> evidence,
        int evidenceCount,
        Because because,
        List<Figure> figures) {
    public static final int MOST_EVIDENCE = 50;

    public Case {
        evidence = List.copyOf(evidence);
        figures = List.copyOf(figures);
    }

    /// What the case is called, also by those who close it.
    public CaseId id() {
        return new CaseId(signal, subject, openedAt);
    }

    /// One sentence in each language.
    public record Because(String fr, String en) {}

    /// An indicator's value, formatted for each language.
    public record Figure(String indicator, String titleFr, String titleEn, String fr, String en) {}
}
