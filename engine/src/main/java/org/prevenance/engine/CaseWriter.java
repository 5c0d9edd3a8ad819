package org.prevenance.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.engine.SubjectState.Moment;
import org.prevenance.engine.SubjectState.Span;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;
import org.prevenance.signal.Sentences;

/// Tells a case: its harm, sentence and proof as last judged while it stood open, its figures as judged when it opened.
/// Both
/// are read again from the history, so that nothing of it has to be kept meanwhile.
final class CaseWriter {
    private final Program program;
    private final Plan plan;
    private final Evaluator evaluator;
    private final EvidenceCollector evidence;
    private final Sentences sentences;

    CaseWriter(Plan plan, Graph graph, Published published, Corrections corrections, History history) {
        this.plan = plan;
        this.program = plan.program;
        this.evaluator = new Evaluator(plan, graph, published, corrections, history);
        this.evidence = new EvidenceCollector(plan, evaluator);
        this.sentences = new Sentences(program);
    }

    Case write(SubjectState state, Signal signal, Span span) {
        List<Case.Figure> figures = figures(at(state, span.opened()), signal);
        SubjectState last = at(state, span.lastOpen());
        Harm harm = harm(signal);
        Case.Because because = new Case.Because(
                sentences.tell(signal.becauseFr(), evaluator, Language.FRENCH),
                sentences.tell(signal.becauseEn(), evaluator, Language.ENGLISH));
        EvidenceCollector.Proof proof = evidence.collect(last, signal, span.lastOpen());
        return new Case(
                signal.name(),
                program.subjects().name(state.subject),
                ZoneDays.instant(span.opened().now()),
                closedAt(span),
                closedBy(span),
                harm,
                proof.newest(),
                proof.count(),
                because,
                figures);
    }

    private static @Nullable String closedBy(Span span) {
        if (span.closing() != null) {
            return span.closing().outcome();
        }
        return span.closedAt() == Raw.ABSENT ? null : "gone";
    }

    /// The harm alone, at any instant.
    @Nullable
    Harm harm(SubjectState state, Signal signal, Moment moment) {
        at(state, moment);
        return harm(signal);
    }

    private static @Nullable Instant closedAt(Span span) {
        return span.closedAt() == Raw.ABSENT ? null : ZoneDays.instant(span.closedAt());
    }

    private SubjectState at(SubjectState state, Moment moment) {
        SubjectState unread = state.unread();
        evaluator.at(unread, moment.known(), moment.now(), moment.today());
        return unread;
    }

    private @Nullable Harm harm(Signal signal) {
        if (signal.harm() == null) {
            return null;
        }
        long raw = signal.harm().eval(evaluator);
        if (raw == Raw.ABSENT) {
            return null;
        }
        return switch (signal.harmType().kind()) {
            case MONEY -> new Harm(Harm.atLeastTwoDigits(BigDecimal.valueOf(raw, 6)), currency(signal));
            case NUMBER -> points(BigDecimal.valueOf(Numbers.of(raw)).setScale(6, RoundingMode.HALF_EVEN));
            default -> points(BigDecimal.valueOf(raw));
        };
    }

    private static Harm points(BigDecimal points) {
        return new Harm(Harm.atLeastTwoDigits(points), Harm.POINTS);
    }

    /// Of an amount that is only written out in the playbook it is that of the other amounts that the signal looks at,
    /// which may be another subject's; where there are none, `XXX`, by ISO 4217 no currency.
    private String currency(Signal signal) {
        String declared = signal.harmType().unit();
        for (int ordinal : signal.reads()) {
            Indicator indicator = plan.indicators[ordinal];
            if (evaluator.currency() < 0 && indicator.type().kind() == ValueType.Kind.MONEY && !indicator.isTable()) {
                evaluator.indicator(ordinal); // which notes the currency
            }
        }
        int currency = evaluator.currency();
        return currency >= 0 ? program.symbols().text(currency) : declared == null ? "XXX" : declared;
    }

    private List<Case.Figure> figures(SubjectState state, Signal signal) {
        List<Case.Figure> figures = new ArrayList<>();
        for (int ordinal : signal.reads()) {
            Indicator indicator = plan.indicators[ordinal];
            if (indicator.isTable()) {
                continue;
            }
            long raw = evaluator.indicator(ordinal);
            ValueType type = indicator.type();
            figures.add(new Case.Figure(
                    indicator.name(),
                    indicator.titleFr(),
                    indicator.titleEn(),
                    sentences.format(raw, type, state.currency(), Language.FRENCH),
                    sentences.format(raw, type, state.currency(), Language.ENGLISH)));
        }
        return figures;
    }
}
