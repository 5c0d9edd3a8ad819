package org.prevenance.forecast.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Watch;
import org.prevenance.forecast.target.Target;

/// Answers questions on the way through the events, and tells the watch what is planned and how answers came out. Not
/// thread-safe.
final class Answering implements Walk.Asked {
    private final Model model;
    private final Target.Span asked;
    private final long learnt;
    private final Watch watch;
    private final ZoneDays days;
    private final Consumer<Answer> answers;
    private final double[] chances = new double[Facts.MOST];
    private final Map<Call, List<Answer>> open = new HashMap<>();

    /// @param asked  questions outside of it are passed over
    /// @param learnt answers to questions before this instant are of what the model has learnt from, and are not told
    ///               to the watch
    Answering(Model model, Target.Span asked, long learnt, Watch watch, ZoneDays days, Consumer<Answer> answers) {
        this.model = model;
        this.asked = asked;
        this.learnt = learnt;
        this.watch = watch;
        this.days = days;
        this.answers = answers;
    }

    @Override
    public void ask(Call call, int horizon, long at, Facts facts) {
        if (!asked.holds(at)) {
            return;
        }
        Answer answer = Answer.of(call, horizon, at, facts, model, chances);
        answers.accept(answer);
        if (at >= learnt && answer.platform() != Call.NONE) {
            open.computeIfAbsent(call, _ -> new ArrayList<>()).add(answer);
        }
    }

    @Override
    public void planned(Call call, long known) {
        watch.planned(
                Watch.knownOn(days, known),
                owner(call),
                call.day,
                Watch.habit(call.trip.number, call.stop.name, call.minute));
    }

    @Override
    public void dropped(Call call, long known) {
        watch.dropped(Watch.knownOn(days, known), owner(call));
    }

    private static long owner(Call call) {
        return (long) call.trip.subject << 32 | call.stop.name;
    }

    @Override
    public void stood(Call call, long known) {
        List<Answer> told = open.remove(call);
        if (told != null) {
            long knownOn = Watch.knownOn(days, known);
            for (Answer answer : told) {
                double promised = answer.said()[1];
                watch.answered(
                        knownOn,
                        Scale.Choice.PLATFORM.loss(answer.platform(), call.platform),
                        Double.isNaN(promised) ? Double.NaN : Scale.Choice.PLATFORM.loss(promised, call.platform));
            }
        }
    }
}
