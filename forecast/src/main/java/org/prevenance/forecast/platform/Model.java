package org.prevenance.forecast.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.NotForetold;

/// The weights of each horizon. As text: one line for each horizon, its name and `fact=weight`, so that people can read
/// what a model goes by.
///
/// @param rows that it learnt from
record Model(List<Horizon> horizons, List<Choice> choices, long rows) {
    static final String PART = "weights.txt";

    Choice choice(int horizon) {
        return choices.get(horizon);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < horizons.size(); i++) {
            double[] weights = choices.get(i).weights();
            text.append(horizons.get(i).name());
            for (Fact fact : Fact.values()) {
                text.append(' ').append(fact).append('=').append(weights[fact.ordinal()]);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// @throws NotForetold where the model was learnt for other horizons, or with other facts
    static Model of(ModelFile file, List<Horizon> horizons) {
        Map<String, Choice> choices = new HashMap<>();
        for (String line : new String(file.part(PART), StandardCharsets.US_ASCII).split("\n", -1)) {
            if (!line.isEmpty()) {
                List<String> words = Arrays.asList(line.split(" ", -1));
                choices.put(words.getFirst(), choice(words.subList(1, words.size())));
            }
        }
        List<Choice> ordered = new ArrayList<>();
        for (Horizon horizon : horizons) {
            Choice choice = choices.get(horizon.name());
            if (choice == null) {
                throw new NotForetold(
                        "The model was learnt for the horizons %s, and is asked for %s.\nMaybe train it again."
                                .formatted(choices.keySet(), horizon.name()));
            }
            ordered.add(choice);
        }
        return new Model(horizons, ordered, file.provenance().data().rows());
    }

    private static Choice choice(List<String> words) {
        Map<String, Double> weights = words.stream()
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Double.parseDouble(pair[1])));
        double[] ordered = new double[Fact.COUNT];
        for (Fact fact : Fact.values()) {
            Double weight = weights.remove(fact.name());
            if (weight == null) {
                throw new NotForetold("The model does not know the fact %s.\nMaybe train it again with this version."
                        .formatted(fact.name()));
            }
            ordered[fact.ordinal()] = weight;
        }
        if (!weights.isEmpty()) {
            throw new NotForetold("The model goes by %s, which this version does not know.\nMaybe train it again."
                    .formatted(weights.keySet()));
        }
        return new Choice(ordered);
    }
}
