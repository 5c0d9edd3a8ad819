package org.prevenance.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.IslandHistory;
import org.prevenance.engine.Aftermath;
import org.prevenance.engine.Engine;
import org.prevenance.engine.Stage;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.Island;
import org.prevenance.files.IslandVisitor;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.JudgedComplaint;
import org.prevenance.measure.Spell;
import org.prevenance.measure.Verdict;
import org.prevenance.measure.Word;
import org.prevenance.measure.Word.Says;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;

/// Tries one candidate on one island after another: live, and then as if each event had been known when it happened.
/// One for each thread.
final class IslandTrial implements IslandVisitor {
    private final Trial trial;
    private final List<Signal> signals;
    private final Engine live;
    private final @Nullable Engine seeing;

    IslandTrial(Trial trial, Stage stage) {
        this.trial = trial;
        signals = stage.plan().signals();
        live = new Engine(stage.plan(), trial.published());
        seeing = trial.seesFuture() ? new Engine(stage.plan(), trial.publishedSeen()) : null;
    }

    @Override
    public void visit(Island island) {
        countDays(island);
        List<Case> found = judge(live, island);
        Aftermath aftermath = live.aftermath();
        List<TruthEvents.Found> truths = trial.truths().in(island, aftermath);
        new Told(truths, aftermath, aftermath, trial.live()).tell(found);
        if (seeing != null) {
            Island happened = island.asHappened(leftOut(island, aftermath));
            List<Case> seen = judge(seeing, happened);
            new Told(truths, aftermath, seeing.aftermath(), trial.hindsight()).tell(seen);
        }
    }

    private void countDays(Island island) {
        int start = 0;
        while (start < island.size()) { // in order of known time
            long day = trial.days().day(island.known(start));
            long next = trial.days().start(day + 1);
            int end = start + 1;
            while (end < island.size() && island.known(end) < next) {
                end++;
            }
            trial.count(day, end - start);
            start = end;
        }
    }

    private List<Case> judge(Engine engine, Island island) {
        engine.reset(new IslandHistory(island));
        for (int subject : island.awaited()) {
            engine.await(subject);
        }
        Event row = new Event();
        for (int i = 0; i < island.size(); i++) {
            island.read(i, row);
            engine.apply(row);
        }
        return engine.finish(trial.end());
    }

    /// The events that no longer stand at the end.
    private static BitSet leftOut(Island island, Aftermath aftermath) {
        BitSet leftOut = new BitSet();
        Event row = new Event();
        for (int i = 0; i < island.size(); i++) {
            island.read(i, row);
            leftOut.set(i, !aftermath.stands(row));
        }
        return leftOut;
    }

    /// Holds the cases of an island against what is known of them.
    private final class Told {
        private final List<TruthEvents.Found> truths;
        private final Aftermath aftermath;
        private final Aftermath harms;
        private final Consumer<Trial.Sighting> out;

        /// @param aftermath knows whom an event concerns
        /// @param harms     knows what was at stake for these cases
        Told(List<TruthEvents.Found> truths, Aftermath aftermath, Aftermath harms, Consumer<Trial.Sighting> out) {
            this.truths = truths;
            this.aftermath = aftermath;
            this.harms = harms;
            this.out = out;
        }

        void tell(List<Case> found) {
            Map<String, List<Case>> bySignal = new HashMap<>();
            found.forEach(one -> bySignal.computeIfAbsent(one.signal(), _ -> new ArrayList<>())
                    .add(one));
            for (Signal signal : signals) {
                List<Case> cases = bySignal.getOrDefault(signal.name(), List.of());
                if (!cases.isEmpty() || !truths.isEmpty()) {
                    tell(signal, cases);
                }
            }
        }

        private void tell(Signal signal, List<Case> cases) {
            Map<String, List<Case>> bySubject = new HashMap<>();
            cases.stream()
                    .sorted(Comparator.comparing(Case::openedAt))
                    .forEach(one -> bySubject
                            .computeIfAbsent(one.subject(), _ -> new ArrayList<>())
                            .add(one));
            Map<TruthEvents.Found, Word> words = new HashMap<>();
            for (TruthEvents.Found truth : truths) {
                Word word = trial.truths().word(truth, signal, aftermath);
                if (word != null) {
                    words.put(truth, word);
                }
            }
            bySubject.forEach((subject, ofSubject) -> tell(signal, subject, ofSubject, words));
            words.forEach((truth, word) -> {
                if (word.says() == Says.COMPLAINT) {
                    tell(signal, truth, word, bySubject);
                }
            });
        }

        private void tell(Signal signal, String subject, List<Case> cases, Map<TruthEvents.Found, Word> words) {
            int number = trial.subject(subject);
            List<Word> concerning = new ArrayList<>();
            for (TruthEvents.Found truth : truths) { // in order of time
                Word word = words.get(truth);
                Word said = word != null && aftermath.concerns(truth.event(), number)
                        ? word
                        : trial.truths().adviserWord(truth, signal, subject);
                if (said != null) {
                    concerning.add(said);
                }
            }
            List<Spell> spells = cases.stream().map(Told::spell).toList();
            List<Verdict> verdicts = Verdict.of(spells, concerning, trial.days());
            for (int i = 0; i < cases.size(); i++) {
                out.accept(new Trial.OneCase(judged(signal, number, cases.get(i), spells.get(i), verdicts.get(i))));
            }
        }

        private JudgedCase judged(Signal signal, int subject, Case one, Spell spell, Verdict verdict) {
            int person = aftermath.person(subject, spell.opened());
            Deadline deadline = Deadline.of(signal);
            return new JudgedCase(
                    one.signal(),
                    one.subject(),
                    person < 0 ? one.subject() : trial.name(person),
                    one.openedAt(),
                    one.closedAt(),
                    isJudged(signal, spell, verdict),
                    verdict,
                    deadline != null,
                    one.harm(),
                    deadline == null ? null : prevented(signal, subject, one, spell, deadline));
        }

        /// Old enough; or, where nothing is said of what is true, closed by an adviser.
        private boolean isJudged(Signal signal, Spell spell, Verdict verdict) {
            if (trial.truths().of(signal).isEmpty()) {
                return verdict.word() != null;
            }
            ZoneDays days = trial.days();
            return days.day(spell.opened()) + trial.truths().horizon(signal)
                    <= days.day(trial.end() - 1); // a day that only begins does not count
        }

        private @Nullable Harm prevented(Signal signal, int subject, Case one, Spell spell, Deadline deadline) {
            Harm last = one.harm();
            if (last == null) {
                return null;
            }
            long due = deadline.after(spell.opened(), trial.days());
            Harm nothing = new Harm(BigDecimal.ZERO, last.currency());
            if (due >= Math.min(spell.closed(), trial.end())) {
                return nothing;
            }
            Harm atDeadline = harms.harm(signal, subject, due);
            if (atDeadline == null || !atDeadline.currency().equals(last.currency())) {
                return nothing;
            }
            BigDecimal more = last.amount().subtract(atDeadline.amount());
            return new Harm(more.max(BigDecimal.ZERO), last.currency());
        }

        private void tell(Signal signal, TruthEvents.Found truth, Word word, Map<String, List<Case>> bySubject) {
            boolean foreseen = bySubject.entrySet().stream()
                    .filter(entry -> aftermath.concerns(truth.event(), trial.subject(entry.getKey())))
                    .flatMap(entry -> entry.getValue().stream())
                    .anyMatch(one -> spell(one).precedes(word, trial.days()));
            String about = trial.name(truth.event().subject());
            String customer = truth.person() < 0 ? about : trial.name(truth.person());
            out.accept(new Trial.OneComplaint(new JudgedComplaint(
                    signal.name(), word.id(), about, customer, ZoneDays.instant(word.time()), foreseen)));
        }

        private static Spell spell(Case one) {
            return new Spell(
                    ZoneDays.micros(one.openedAt()),
                    one.closedAt() == null ? Spell.STILL_OPEN : ZoneDays.micros(one.closedAt()));
        }
    }
}
