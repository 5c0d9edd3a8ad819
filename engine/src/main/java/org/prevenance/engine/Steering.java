package org.prevenance.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.prevenance.engine.SubjectState.ControlState;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Control;
import org.prevenance.playbook.Indicator;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;
import org.prevenance.signal.Language;
import org.prevenance.signal.Sentences;

/// Keeps devices at the values that controls want, by commands.
///
/// A device is thought to stand at what it was last told, or at what it said after that. Where it says something else,
/// somebody changed it by hand, and it is left alone for a while.
final class Steering {
    private final Plan plan;
    private final Evaluator evaluator;
    private final Judge judge;
    private final Sentences sentences;

    Steering(Plan plan, Evaluator evaluator, Judge judge) {
        this.plan = plan;
        this.evaluator = evaluator;
        this.judge = judge;
        this.sentences = new Sentences(plan.program);
    }

    /// Looks at all controls of a subject.
    void steer(SubjectState state, long now, long today) {
        KindControls kind = plan.controls[state.plan.kind];
        for (int i = 0; i < kind.controls().length; i++) {
            if (judge.isPermitted(state, kind.purposes()[i], now)) {
                evaluator.at(state, now, now, today);
                steer(state, kind.controls()[i], state.control(i, kind.controls().length), now);
            }
        }
    }

    private void steer(SubjectState state, Control control, ControlState standing, long now) {
        Control.Hand hand = control.hand();
        if (hand != null) {
            notice(hand, standing);
        }
        boolean inCharge = control.when() == null || control.when().eval(evaluator) == 1;
        if (!inCharge || now < standing.restUntil) {
            return;
        }
        long value = control.value().eval(evaluator);
        if (value != Raw.ABSENT && isWorthIt(control, standing.value, value)) {
            standing.value = number(value, control.valueType());
            standing.since = now;
            standing.commands.add(command(state, control, value, now));
        }
    }

    private void notice(Control.Hand hand, ControlState standing) {
        long shown = hand.shows().eval(evaluator);
        long at = hand.at().eval(evaluator);
        if (shown == Raw.ABSENT || at == Raw.ABSENT || at <= standing.since) {
            return;
        }
        boolean first = Double.isNaN(standing.value);
        double value = number(shown, hand.showsType());
        if (value != standing.value) {
            standing.value = value;
            standing.since = at;
            standing.restUntil = first ? standing.restUntil : at + hand.restMicros();
        }
    }

    private boolean isWorthIt(Control control, double before, long value) {
        if (Double.isNaN(before)) {
            return true;
        }
        double move = Math.abs(number(value, control.valueType()) - before);
        ValueType stepType = control.stepType();
        long step = control.step() == null ? Raw.ABSENT : control.step().eval(evaluator);
        return move > 0 && (step == Raw.ABSENT || stepType == null || move >= number(step, stepType));
    }

    private static double number(long raw, ValueType type) {
        return type.kind() == ValueType.Kind.NUMBER ? Numbers.of(raw) : raw;
    }

    private Command command(SubjectState state, Control control, long value, long now) {
        return new Command(
                control.name(),
                plan.program.subjects().name(state.subject),
                ZoneDays.instant(now),
                control.command(),
                json(value, control.valueType()),
                figures(state, control));
    }

    private static String json(long raw, ValueType type) {
        return switch (type.kind()) {
            case BOOL -> raw == 1 ? "true" : "false";
            case NUMBER ->
                BigDecimal.valueOf(Numbers.of(raw)).stripTrailingZeros().toPlainString();
            default -> Long.toString(raw);
        };
    }

    private List<Case.Figure> figures(SubjectState state, Control control) {
        List<Case.Figure> figures = new ArrayList<>();
        for (int ordinal : control.reads()) {
            Indicator indicator = plan.indicators[ordinal];
            long raw = evaluator.indicator(ordinal);
            figures.add(new Case.Figure(
                    indicator.name(),
                    indicator.titleFr(),
                    indicator.titleEn(),
                    sentences.format(raw, indicator.type(), state.currency, Language.FRENCH),
                    sentences.format(raw, indicator.type(), state.currency, Language.ENGLISH)));
        }
        return figures;
    }

    /// The next instant at which time alone may make a control of the subject command something.
    long next(SubjectState state, long now) {
        KindControls kind = plan.controls[state.plan.kind];
        long today = plan.days.day(now);
        long next = kind.byDay() ? plan.days.start(today + 1) : SubjectState.NEVER;
        evaluator.at(state, now, now, today);
        for (int i = 0; i < kind.controls().length; i++) {
            long rested = state.control(i, kind.controls().length).restUntil;
            next = rested > now ? Math.min(next, rested) : next;
            for (var timer : kind.controls()[i].elapsedTimers()) {
                long turns = timer.eval(evaluator);
                next = turns != Raw.ABSENT && turns > now ? Math.min(next, turns) : next;
            }
        }
        return next;
    }
}
