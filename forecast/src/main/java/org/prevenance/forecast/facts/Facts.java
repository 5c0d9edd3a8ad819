package org.prevenance.forecast.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prevenance.forecast.chronicle.Chronicle;

/// The facts that a forecast looks at, as declared. Immutable; each walk makes its own from them.
public final class Facts {
    /// Makes a fact over a network, with the facts made before it, by name.
    @FunctionalInterface
    interface Maker {
        Fact make(Network network, Map<String, Fact> before);
    }

    /// @param isCategory whether its numbers stand for names
    record Declared(String name, boolean isCategory, Maker maker) {}

    private final List<Declared> declared;

    Facts(List<Declared> declared) {
        this.declared = List.copyOf(declared);
    }

    /// The event types that facts may read.
    public static Set<String> reads() {
        return Network.READS;
    }

    public List<String> names() {
        return declared.stream().map(Declared::name).toList();
    }

    /// The number of a fact; -1 where none has this name.
    public int number(String name) {
        return names().indexOf(name);
    }

    /// The numbers of those whose values stand for names.
    public List<Integer> categories() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).isCategory()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /// The same facts and more.
    Facts with(Declared... more) {
        List<Declared> all = new ArrayList<>(declared);
        all.addAll(List.of(more));
        return new Facts(all);
    }

    /// Asks all questions of a horizon.
    ///
    /// @param known what became known later is not looked at, microseconds since 1970
    /// @param until questions after this instant are not asked
    /// @throws LeakFound where a call was known before it happened
    public Examples ask(Chronicle chronicle, Horizon horizon, long known, long until) {
        return ask(chronicle, List.of(horizon), new Asking(known, Long.MIN_VALUE, until, Plans.UNHEARD))
                .getFirst();
    }

    /// What is asked.
    ///
    /// @param known what became known later is not looked at, microseconds since 1970
    /// @param from  questions before this instant are passed over: nothing is found out about them
    /// @param until questions after this instant are not asked
    /// @param plans is told what is planned, also of the time before
    public record Asking(long known, long from, long until, Plans plans) {}

    /// Asks the questions of some horizons in some time, in one walk.
    ///
    /// @return those of each horizon, in their order
    /// @throws LeakFound where a call was known before it happened
    public List<Examples> ask(Chronicle chronicle, List<Horizon> horizons, Asking asking) {
        Network network = new Network(chronicle);
        Map<String, Fact> made = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (Declared one : declared) {
            Fact fact = one.maker().make(network, made);
            made.put(one.name(), fact);
            facts.add(fact);
        }
        List<Examples> examples =
                new Walk(chronicle, network, horizons, facts, asking).over(chronicle.knownBy(asking.known()));
        if (network.early() > 0) {
            throw new LeakFound("""
                    %d calls are said to have been known before they happened; the first is %s.
                    Whoever learns from them learns from the future.
                    Maybe say in sources.yaml when they became known (recordedtime), or take the time of the call itself.""".formatted(network.early(), network.firstEarly()));
        }
        return examples;
    }
}
