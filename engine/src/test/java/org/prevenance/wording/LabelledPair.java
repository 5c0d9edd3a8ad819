package org.prevenance.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Two answers, and what a careful reader finds between them.
///
/// @param languages `fr`, `en` or `mix` (one of each)
/// @param label     `figure`, `date`, `yes-no`, `condition`, `cut-down`; or `same`, `aspects`, `tricky`: no
/// contradiction
record LabelledPair(String languages, String label, Answer first, Answer second, int line) {
    static final List<String> CONTRADICTING = List.of("figure", "date", "yes-no", "condition", "cut-down");

    boolean contradicts() {
        return CONTRADICTING.contains(label);
    }

    List<Difference> differences() {
        return Comparison.of(first, second);
    }

    static List<LabelledPair> read(String file) {
        List<LabelledPair> pairs = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                pairs.add(new LabelledPair(
                        words[0], words[1], answer(lines.get(i + 1)), answer(lines.get(i + 2)), i + 1));
                i += 2;
            }
        }
        return pairs;
    }

    private static Answer answer(String line) {
        String[] parts = line.strip().split(" \\|\\| ");
        return new Answer(parts[0], List.of(parts).subList(1, parts.length));
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(LabelledPair.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
