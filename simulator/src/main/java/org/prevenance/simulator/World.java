package org.prevenance.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.prevenance.simulator.appliances.Appliances;
import org.prevenance.simulator.bank.Bank;
import org.prevenance.simulator.care.Care;
import org.prevenance.simulator.channels.Channels;
import org.prevenance.simulator.energy.Energy;
import org.prevenance.simulator.journeys.Journeys;
import org.prevenance.simulator.queue.Queues;
import org.prevenance.simulator.rail.Rail;
import org.prevenance.simulator.team.Team;
import org.prevenance.simulator.telecom.Telecom;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Breakage;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Happening;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Sink;
import org.prevenance.simulator.world.Truth;

/// A world of people, told day by day in the order in which things become known.
///
/// Each person's life is settled before the world begins, sector by sector: most live an ordinary life, a declared
/// share lives a story. Then the days go by: what happened besides the routine, what devices sent, and the page of that
/// day is written. Not thread-safe.
final class World {
    private static final double DUPLICATE = 0.003;

    private final Settings settings;
    private final Frame frame;
    private final Dice dice;
    private final Truth truth;
    private final Breakage breakage;
    private final EventLine line = new EventLine();
    private final Outbox outbox;
    private final List<Branch<? extends Life>> sectors;
    private final Map<Integer, List<Happening>> agenda = new HashMap<>();
    private final List<Life> lives = new ArrayList<>();

    World(Settings settings) {
        this.settings = settings;
        frame = frame(settings);
        dice = new Dice(Dice.mix(settings.seed()));
        truth = new Truth(frame);
        breakage = new Breakage(dice.of(-2));
        outbox = new Outbox(frame);
        sectors = sectors(settings, dice);
    }

    private static Frame frame(Settings settings) {
        int first = (int) settings.start().toEpochDay();
        return new Frame(first, first + settings.days() - 1);
    }

    /// The sectors of a world, in the order of their declaration.
    static List<Branch<? extends Life>> sectors(Settings settings, Dice dice) {
        List<Branch<? extends Life>> sectors = new ArrayList<>();
        for (Sector sector : settings.sectors()) {
            sectors.add(
                    switch (sector) {
                        case TELECOM -> new Telecom();
                        case ENERGY -> new Energy();
                        case APPLIANCES -> new Appliances();
                        case BANK -> new Bank();
                        case JOURNEYS -> new Journeys(dice.of(-4));
                        case CHANNELS -> new Channels();
                        case CARE -> new Care();
                        case TEAM -> new Team();
                        case RAIL -> new Rail(frame(settings), dice.of(-5));
                        case QUEUES -> new Queues(dice.of(-6));
                    });
        }
        return sectors;
    }

    /// Writes all events.
    ///
    /// @param eachDay is told after each day how many events became known on it
    void write(Sink sink, LongConsumer eachDay) throws IOException {
        settle();
        Commons commons = new Commons(frame, dice.of(-3), settings.customers(), this::note, truth);
        sectors.forEach(sector -> sector.share(commons));
        for (int day = frame.first(); day <= frame.last(); day++) {
            turn(day);
            long before = sink.written();
            outbox.close(day, sink);
            eachDay.accept(sink.written() - before);
        }
    }

    /// What is to be found; complete once all is written.
    Truth truth() {
        return truth;
    }

    long brokenLines() {
        return breakage.written();
    }

    private void settle() {
        List<Optional<Cast.Role>> dealt =
                Cast.deal(Cast.roles(sectors), settings.customers(), frame.days(), dice.of(-1));
        for (int i = 0; i < dealt.size(); i++) {
            settle(new Person(frame, dice.of(i), i + 1, this::note), dealt.get(i));
        }
    }

    private void settle(Person person, Optional<Cast.Role> role) {
        if (role.isEmpty()) {
            person.befall();
        }
        List<Life> parts = new ArrayList<>();
        for (int i = 0; i < sectors.size(); i++) {
            int sector = i;
            Optional<Integer> place = role.filter(one -> one.sector() == sector).map(Cast.Role::place);
            Optional<? extends Life> life = sectors.get(i).lifeOf(person, place);
            life.ifPresent(parts::add);
            if (place.isPresent()) {
                Life lived = life.orElseThrow();
                person.mayComplain(lived.expected, lived.contractId());
                truth.add(role.orElseThrow().story(), lived);
            }
        }
        person.complete();
        parts.forEach(Life::complete);
        parts.forEach(truth::addBesides);
        lives.addAll(parts);
    }

    /// Keeps for its day what becomes known within this world.
    private void note(Happening happening) {
        if (frame.reaches(happening.known())) {
            agenda.computeIfAbsent(Frame.dayOf(happening.known()), _ -> new ArrayList<>())
                    .add(happening);
        }
    }

    private void turn(int day) {
        List<Happening> happenings = agenda.remove(day);
        if (happenings != null) {
            happenings.forEach(this::post);
        }
        for (Life life : lives) {
            life.live(day, line, outbox);
        }
        for (Branch<? extends Life> sector : sectors) {
            sector.live(day, line, outbox);
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
}
