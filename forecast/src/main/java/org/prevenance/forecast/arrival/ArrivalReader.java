package org.prevenance.forecast.arrival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.facts.Facts;
import org.prevenance.forecast.facts.FactsReader;
import org.prevenance.forecast.facts.Horizon;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.learn.Boosting;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;

/// Reads what is declared about arrivals: horizons, parts, facts, rivals, and how to learn.
final class ArrivalReader {
    private static final long SEED = 20_250_101L;
    /// The model does not depend on it.
    private static final int MOST_THREADS = 2;

    private final Form form;
    private final Mistakes mistakes;

    private ArrivalReader(Form form) {
        this.form = form;
        this.mistakes = form.mistakes();
    }

    static ArrivalPlan read(Declaration declaration) {
        return new ArrivalReader(declaration.rest()).plan();
    }

    private ArrivalPlan plan() {
        form.require("horizons");
        List<Horizon> horizons = new ArrayList<>();
        form.entries("horizons").forEach((name, entry) -> {
            Horizon horizon = horizon(name, entry);
            if (horizon != null) {
                horizons.add(horizon);
            }
        });
        ArrivalPlan.Part part = form.has("parts") ? form.oneOf("parts", ArrivalPlan.Part.class) : ArrivalPlan.Part.FROM;
        Facts facts = FactsReader.read(form);
        List<ArrivalPlan.Rival> rivals = new ArrayList<>();
        form.entries("rivals").forEach((name, entry) -> rivals.add(rival(name, entry, facts, horizons)));
        Form learn = form.form("learn");
        Boosting.Settings middle = settings(learn, "middle", 400, 0.05);
        Boosting.Settings spread = settings(learn, "spread", 150, 0.1);
        if (learn != null) {
            learn.done();
        }
        form.done(List.of("forecast", "target", "title"));
        return new ArrivalPlan(horizons, part == null ? ArrivalPlan.Part.FROM : part, facts, rivals, middle, spread);
    }

    private @Nullable Horizon horizon(String name, Yaml.Entry entry) {
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(
                    entry.value().place(),
                    "A horizon is written as a mapping, not as " + entry.value().what() + ".",
                    "Write {before: 2h}, or {on: leaving}.");
            return null;
        }
        Form horizon = new Form(mapping, mistakes);
        boolean leaving = horizon.has("on");
        if (leaving == horizon.has("before")) {
            mistakes.add(
                    entry.key(), "When it is asked is missing, or said twice.", "Write before: 2h, or on: leaving.");
        }
        Long before = Horizon.LEAVING;
        if (leaving) {
            horizon.oneOf("on", On.class);
        } else {
            before = FactsReader.length(horizon.scalar("before"), "before", mistakes);
        }
        Form title = horizon.form("title");
        String fr = title == null ? null : title.text("fr");
        String en = title == null ? null : title.text("en");
        if (title != null) {
            title.done();
        }
        horizon.done();
        return before == null ? null : new Horizon(name, fr == null ? name : fr, en == null ? name : en, before);
    }

    private enum On {
        LEAVING
    }

    private ArrivalPlan.Rival rival(String name, Yaml.Entry entry, Facts facts, List<Horizon> horizons) {
        Map<String, Integer> numbers = new HashMap<>();
        if (entry.value() instanceof Yaml.Mapping mapping) {
            List<String> names = horizons.stream().map(Horizon::name).toList();
            mapping.entries().forEach((horizon, fact) -> {
                if (!names.contains(horizon)) {
                    mistakes.unknown(fact.key(), "No horizon is called " + horizon + ".", horizon, names);
                }
                String said = fact.value() instanceof Yaml.Scalar scalar ? scalar.text() : "";
                int number = facts.number(said);
                if (number < 0) {
                    mistakes.unknown(fact.value().place(), "No fact is called " + said + ".", said, facts.names());
                }
                numbers.put(horizon, number);
            });
        } else {
            mistakes.add(
                    entry.value().place(),
                    "A rival names a fact for each horizon, as a mapping.",
                    "Write {2h: NAME_OF_A_FACT}, for instance.");
        }
        return new ArrivalPlan.Rival(label(name), numbers);
    }

    private static Label label(String name) {
        for (Label known : List.of(Label.PERSISTENCE, Label.HISTORY, Label.ESTIMATE)) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        return Label.of(name);
    }

    private Boosting.Settings settings(@Nullable Form learn, String key, int trees, double rate) {
        Form one = learn == null ? null : learn.form(key);
        Boosting.Settings settings = new Boosting.Settings(
                (int) number(one, "trees", trees, 1, 10_000),
                number(one, "rate", rate, 0.001, 1),
                (int) number(one, "leaves", 63, 2, 4096),
                (int) number(one, "rows", 100, 1, 1_000_000),
                number(one, "facts", 0.3, 0.01, 1),
                0.7,
                SEED,
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        if (one != null) {
            one.done();
        }
        return settings;
    }

    private double number(@Nullable Form one, String key, double usual, double least, double most) {
        Yaml.Scalar written = one == null ? null : one.scalar(key);
        if (written == null) {
            return usual;
        }
        try {
            double value = Double.parseDouble(written.text());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        mistakes.add(
                written.place(),
                "%s must be a number from %s to %s, not %s.".formatted(key, least, most, written.text()));
        return usual;
    }
}
