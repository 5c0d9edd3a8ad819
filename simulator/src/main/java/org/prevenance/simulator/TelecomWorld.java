package org.prevenance.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A world of households with one contract each, told day by day in the order in which things become known.
///
/// Each household has a plan, settled before the world begins: most live an ordinary life, a declared share lives a
/// story. Then the days go by: what happened besides the routine, what the boxes sent, and the page of that day is
/// written. Not thread-safe.
final class TelecomWorld {
    private static final double DUPLICATE = 0.003;

    private final Settings settings;
    private final Frame frame;
    private final Dice dice;
    private final Truth truth;
    private final Breakage breakage;
    private final EventLine line = new EventLine();
    private final Outbox outbox;
    private final Map<Integer, List<Happening>> agenda = new HashMap<>();
    private final List<DailyLife> lives = new ArrayList<>();

    TelecomWorld(Settings settings) {
        this.settings = settings;
        frame = Frame.of(settings);
        dice = new Dice(Dice.mix(settings.seed()));
        truth = new Truth(frame, settings);
        breakage = new Breakage(dice.of(-2));
        outbox = new Outbox(frame);
    }

    /// Writes all events and returns the truth about them.
    Truth write(Exports files) throws IOException {
        settle();
        PriceList.publish(frame, line, outbox);
        outage();
        for (int day = frame.first(); day <= frame.last(); day++) {
            turn(day);
            outbox.close(day, files);
        }
        return truth;
    }

    long brokenLines() {
        return breakage.written();
    }

    private void settle() {
        List<Optional<Story>> dealt = StoryBook.deal(settings.customers(), frame.days(), dice.of(-1));
        for (int i = 0; i < dealt.size(); i++) {
            Plan plan = new Plan(frame, dice.of(i), i + 1);
            EverydayLife.settle(plan);
            dealt.get(i).ifPresentOrElse(story -> tell(story, plan), () -> EverydayLife.befall(plan));
            plan.complete().stream()
                    .filter(happening -> frame.reaches(happening.known()))
                    .forEach(happening -> agenda(Frame.dayOf(happening.known())).add(happening));
            lives.add(new DailyLife(plan));
        }
    }

    private void tell(Story story, Plan plan) {
        story.telling().accept(plan);
        Complaints.decide(story, plan);
        truth.add(story, plan);
    }

    private List<Happening> agenda(int day) {
        return agenda.computeIfAbsent(day, _ -> new ArrayList<>());
    }

    private void turn(int day) {
        List<Happening> happenings = agenda.remove(day);
        if (happenings != null) {
            happenings.forEach(this::post);
        }
        for (DailyLife life : lives) {
            life.live(day, line, outbox);
        }
        if (settings.messy()) {
            breakage.strew(day, line, outbox);
        }
    }

    /// Most things are delivered once, some at once again, some again days later.
    private void post(Happening happening) {
        happening.post(line, outbox);
        Dice luck = dice.of(happening.id().hashCode());
        if (luck.happens(1, DUPLICATE)) {
            int later = luck.between(2, 0, 1) * luck.between(3, 1, 12);
            happening.postAgain(happening.known() + later * (long) EventLine.DAY_SECONDS, line, outbox);
        }
    }

    private void outage() {
        if (frame.hasOutage()) {
            platform("platform.silent", frame.outageFrom(), 8);
            platform("platform.back", frame.outageFrom() + Frame.OUTAGE_DAYS, 6);
        }
    }

    private void platform(String type, int day, int hour) {
        long time = Frame.hour(day, hour);
        line.begin(Frame.BROKEN_SOURCE, type, "source/" + Frame.BROKEN_SOURCE, "p-" + day, time, time + 30);
        outbox.post(
                Export.USAGE, time + 30, line.text("what", "usage collection").end());
    }
}
