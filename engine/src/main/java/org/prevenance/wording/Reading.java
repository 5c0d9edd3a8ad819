package org.prevenance.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text taken apart once, to be compared with others.
final class Reading {
    /// How many words to each side of a figure say what it is about.
    private static final int REACH = 14;

    private final String text;
    private final List<Token> tokens;
    private final List<Vocable> vocables;
    /// For each token, the number of its sentence.
    private final int[] sentences;
    /// For each token, the number of its part between commas.
    private final int[] parts;
    /// The sentences in which something is free.
    private final BitSet free = new BitSet();
    private final List<Fact> facts;
    private final List<Statement> statements;

    private Reading(String text) {
        this.text = text;
        tokens = Tokens.of(text);
        vocables = Lexicon.read(tokens);
        sentences = new int[tokens.size()];
        parts = new int[tokens.size()];
        number();
        vocables.stream()
                .filter(word -> word.role() == Vocable.Role.FREE)
                .forEach(word -> free.set(sentences[word.first()]));
        facts = FactReader.readAll(this);
        statements = StatementReader.read(this);
    }

    static Reading of(String text) {
        return new Reading(text);
    }

    private void number() {
        int sentence = 0;
        int part = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sentences[i] = sentence;
            parts[i] = part;
            switch (tokens.get(i).kind()) {
                case END -> {
                    sentence++;
                    part++;
                }
                case PAUSE -> part++;
                default -> {}
            }
        }
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Vocable> vocables() {
        return vocables;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Statement> statements() {
        return statements;
    }

    int sentence(int token) {
        return sentences[token];
    }

    int part(int token) {
        return parts[token];
    }

    boolean freeIn(int sentence) {
        return free.get(sentence);
    }

    /// The word or phrase that begins at a token; null where none does.
    @Nullable
    Vocable vocableAt(int token) {
        int before = firstVocableAfter(token) - 1;
        return before >= 0 && vocables.get(before).first() == token ? vocables.get(before) : null;
    }

    /// What the words around some tokens are about: those of the same part of the sentence weigh 1, others less.
    Map<String, Double> context(int first, int last) {
        Map<String, Double> context = new HashMap<>();
        int at = firstVocableAfter(last);
        for (int i = at; i < vocables.size() && i < at + REACH; i++) {
            weigh(context, vocables.get(i), first);
        }
        for (int i = at - 1; i >= 0 && i > at - 1 - REACH; i--) {
            weigh(context, vocables.get(i), first);
        }
        return context;
    }

    private int firstVocableAfter(int token) {
        int low = 0;
        int high = vocables.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (vocables.get(middle).first() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void weigh(Map<String, Double> context, Vocable vocable, int token) {
        if (vocable.role() != Vocable.Role.CONTENT || measures(vocable)) {
            return;
        }
        int apart = sentences[token] - sentences[vocable.first()];
        double near = apart == 0 ? parts[token] == parts[vocable.first()] ? 1 : 0.6 : apart == 1 ? 0.2 : 0;
        if (near > 0) {
            double weight = WEAK.contains(vocable.concept()) ? near / 2 : near;
            context.merge(concept(vocable), weight, Math::max);
        }
    }

    /// Whether the word only measures: a unit, a month, a day of the week.
    private boolean measures(Vocable vocable) {
        Token token = tokens.get(vocable.first());
        return Calendar.month(token) > 0 || Calendar.weekday(token) > 0 || Units.of(token.text()) != null;
    }

    /// `ligne 4` is another thing than `ligne 7`.
    String concept(Vocable vocable) {
        int next = vocable.last() + 1;
        boolean named = NAMED.contains(tokens.get(vocable.last()).text())
                && next < tokens.size()
                && tokens.get(next).kind() == Token.Kind.NUMBER;
        return named ? "name-" + vocable.concept() + "/" + tokens.get(next).text() : vocable.concept();
    }

    /// What happens to nearly anything.
    private static final Set<String> WEAK =
            Set.of("open", "close", "start", "end", "use", "send", "keep", "receive", "apply", "change");

    static final Set<String> NAMED = Set.of(
            "ligne",
            "line",
            "terminal",
            "quai",
            "platform",
            "porte",
            "gate",
            "voie",
            "zone",
            "article",
            "salle",
            "room",
            "hall",
            "etape",
            "step",
            "page",
            "option",
            "formule",
            "version",
            "numero",
            "number",
            "bus",
            "tram",
            "metro");

    /// The words as written between two places, shortened to `most` characters.
    String quote(int start, int end, int most) {
        String quote = text.substring(start, end).strip().replaceAll("\\s+", " ");
        if (quote.codePointCount(0, quote.length()) <= most) {
            return quote;
        }
        String cut = quote.substring(0, quote.offsetByCodePoints(0, most - 1));
        int space = cut.lastIndexOf(' ');
        return (space > most / 2 ? cut.substring(0, space) : cut) + "…";
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isWord() || token.kind() == Token.Kind.NUMBER) {
                words.add(token.text());
            }
        }
        return words;
    }
}
