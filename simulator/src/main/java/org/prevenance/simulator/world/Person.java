package org.prevenance.simulator.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One person of this world: since when they are a customer, when they are away, what they agree to, whom they call.
///
/// Chance decides all that no story decides. [#complete] tells what follows. Not thread-safe.
public final class Person {
    public final Frame frame;
    public final Dice dice;
    public final int number;
    /// The day on which they became a customer, often before the first.
    public int since;
    /// Birth year as registered; 0: unknown.
    public int birthYear;
    /// One long holiday, and a short one.
    public int awayFrom = Frame.NEVER;

    public int awayTo = Frame.NEVER;
    /// Their home here is a second home: they come one weekend in four.
    public boolean secondHome;
    /// The day of a move to another home.
    public int moves = Frame.NEVER;
    /// Whether bills may come late or wrong by chance, and devices miss a reading: so for all without a story.
    public boolean ordinary = true;
    /// Whether they call now and then about something or other; who does not, complains by letter.
    public boolean calls = true;

    /// Whether they may complain about what befalls them: nobody does about what they never see.
    public boolean complains = true;

    public int complaintDay = Frame.NEVER;
    private String complaintAbout = "other";
    private @Nullable String complaintContract;
    /// The journey that a complaint names.
    public @Nullable String complaintJourney;

    private final Consumer<Happening> agenda;
    private final Set<String> decidedConsents = new HashSet<>();
    private final Set<String> refusedConsents = new HashSet<>();
    private final Map<String, Integer> agreedOn = new HashMap<>();
    private int nextEvent;

    public Person(Frame frame, Dice dice, int number, Consumer<Happening> agenda) {
        this.frame = frame;
        this.dice = dice;
        this.number = number;
        this.agenda = agenda;
        since = frame.first() - dice.between(2, 30, 1500);
        birthYear = dice.between(3, 1932, 2003);
    }

    public String id() {
        return "K%06d".formatted(number);
    }

    public String subject() {
        return "customer/" + id();
    }

    /// What befalls somebody of whom no story is told: holidays, second homes, moves; some come during the world.
    public void befall() {
        Dice luck = dice.of(56);
        secondHome = luck.happens(2, 0.04);
        awayFrom = frame.first() + luck.between(3, 0, 364);
        awayTo = awayFrom + luck.between(4, 3, 16);
        if (luck.happens(5, 0.2)) {
            since = frame.first() + luck.between(6, 1, frame.days());
        }
        int after = Math.max(since, frame.first());
        if (frame.days() > 60 && luck.happens(7, 0.03)) {
            moves = after + luck.between(8, 20, frame.days());
        }
    }

    void bentBy(Story<?> story) {
        ordinary = false;
        complaintAbout = Complaints.about(story.signal());
    }

    /// Whether they sleep elsewhere on this day.
    public boolean away(int day) {
        return day >= awayFrom && day <= awayTo || secondHome && !atSecondHome(day);
    }

    private boolean atSecondHome(int day) {
        return Frame.weekend(day) && Math.floorMod((day + 3) / 7 + number, 4) == 0;
    }

    /// Tells an event and says its id.
    public String tell(
            Export export,
            String source,
            String type,
            String subject,
            long time,
            long known,
            Consumer<EventLine> data) {
        String id = "%s-%d".formatted(id(), ++nextEvent);
        agenda.accept(new Happening(export, source, type, subject, id, time, known, data));
        return id;
    }

    /// When the systems export something that may be older than the export itself.
    public long known(long time, int second) {
        return Math.max(time + 60 + number % 60, Frame.at(frame.first(), second + number % 600));
    }

    /// Makes sure that this consent is never given, whatever is told after.
    public void refuse(String purpose) {
        decidedConsents.add(purpose);
        refusedConsents.add(purpose);
    }

    public void consentFromStart(String purpose) {
        consent(purpose, since, true);
    }

    /// Gives or withdraws a consent on a day, between ten and eleven; on or before the first day means with the
    /// registration.
    public void consent(String purpose, int day, boolean given) {
        decidedConsents.add(purpose);
        if (refusedConsents.contains(purpose)) {
            return;
        }
        if (given) {
            agreedOn.put(purpose, Math.max(day, since));
        } else if (day <= frame.last()) {
            agreedOn.remove(purpose);
        }
        boolean early = day <= Math.max(since, frame.first());
        long time = early ? Frame.at(since, 8 * 3600 + 600) : Frame.at(day, 10 * 3600 + dice.between(day, 0, 3000));
        long known = Math.max(time + 60, Frame.at(frame.first(), 1200 + number % 600));
        String method = dice.oneOf(day + 7L, new String[] {"web", "phone", "shop", "paper"});
        tell(
                Export.CUSTOMERS,
                "crm",
                given ? "consent.given" : "consent.withdrawn",
                subject(),
                time,
                known,
                line -> line.text("purpose", purpose).text("method", method).text("noticeVersion", "2023-2"));
    }

    /// Decides whether the person complains about what their story led to, and when.
    public void mayComplain(@Nullable Expected expected, @Nullable String contractId) {
        complaintContract = contractId;
        if (expected != null && complains && complaintDay == Frame.NEVER) {
            complaintDay = Complaints.dayOf(expected, dice);
        }
    }

    /// Tells who they are, what they agreed to and whom they called, after all stories.
    public void complete() {
        new PersonChronicle(this, dice.of(77)).write(complaintAbout, complaintContract);
    }

    /// The day since which they agree to this, to the end; [Frame#NEVER] when they do not. Known once [#complete] is
    /// done.
    public int agreesSince(String purpose) {
        return agreedOn.getOrDefault(purpose, Frame.NEVER);
    }

    boolean undecided(String purpose) {
        return !decidedConsents.contains(purpose);
    }
}
