package org.prevenance.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Statement.Condition;
import org.prevenance.wording.Statement.Restriction;
import org.prevenance.wording.Token.Kind;
import org.prevenance.wording.Vocable.Role;

/// Cuts a text into statements: at the ends of sentences, at colons, and at `mais` and `but`.
final class StatementReader {
    /// Words that deny only together with `ne`, or by themselves.
    private static final Set<String> DENYING = Set.of(
            "pas",
            "jamais",
            "aucun",
            "aucune",
            "rien",
            "nul",
            "nulle",
            "guere",
            "not",
            "no",
            "never",
            "nobody",
            "none",
            "nothing",
            "neither",
            "no longer",
            "cannot");
    private static final Set<String> DENYING_AFTER_NE = Set.of("plus", "personne");

    private final Reading reading;
    private final List<Statement> statements = new ArrayList<>();

    private final Set<String> content = new LinkedHashSet<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final Set<String> scope = new LinkedHashSet<>();
    private @Nullable Vocable restricting;
    private int charge;
    private int must;
    private int able = 1;
    private int denials;
    private boolean everything;
    private int first = -1;
    private int last = -1;
    private int sinceNe = Integer.MAX_VALUE;

    private StatementReader(Reading reading) {
        this.reading = reading;
    }

    static List<Statement> read(Reading reading) {
        StatementReader reader = new StatementReader(reading);
        reader.read();
        return List.copyOf(reader.statements);
    }

    private void read() {
        List<Token> tokens = reading.tokens();
        int next = 0;
        List<Vocable> vocables = reading.vocables();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean ends = token.kind() == Kind.END || token.is(":");
            if (ends) {
                close();
            } else if (token.is(",")) {
                endScope(at, true);
            }
            if (next < vocables.size() && vocables.get(next).first() == at) {
                Vocable vocable = vocables.get(next++);
                if (token.is("mais") && vocable.role() != Role.EXCEPT
                        || token.is("but") && vocable.role() != Role.EXCEPT) {
                    close();
                } else {
                    take(vocable);
                }
            }
        }
        close();
    }

    private void take(Vocable vocable) {
        String word = reading.tokens().get(vocable.first()).text();
        boolean leads = first < 0;
        first = leads ? vocable.first() : first;
        last = vocable.last();
        sinceNe = sinceNe == Integer.MAX_VALUE ? sinceNe : sinceNe + 1;
        switch (vocable.role()) {
            case CONTENT -> (restricting == null ? content : scope).add(reading.concept(vocable));
            case FREE -> charge = restricting == null ? -1 : charge;
            case PAID -> charge = restricting == null && charge == 0 ? 1 : charge;
            case MUST -> must = restricting == null ? 1 : must;
            case OPTIONAL -> must = -1;
            case UNABLE -> able = restricting == null ? -1 : able;
            case ALL -> everything = true;
            case NOT -> deny(vocable, word);
            case ONLY -> restrict(vocable, leads);
            case EXCEPT -> restrict(vocable, false);
            case PROVIDED -> {
                if (!leads) {
                    restrict(vocable, false);
                }
            }
            case NO -> {
                if (!leads
                        || vocable.last() + 1 < reading.tokens().size()
                                && reading.tokens().get(vocable.last() + 1).isWord()) {
                    deny(vocable, word);
                }
            }
            case ABLE, YES, FILLER -> {}
        }
        if (restricting == null && DENYING_AFTER_NE.contains(word) && sinceNe <= 4) {
            denials++;
            sinceNe = Integer.MAX_VALUE;
        }
    }

    private void deny(Vocable vocable, String word) {
        if (word.equals("ne") || word.equals("n")) {
            sinceNe = 0;
        }
        boolean only = word.equals("not")
                && vocable.last() + 1 < reading.tokens().size()
                && reading.tokens().get(vocable.last() + 1).is("only");
        boolean phrase = vocable.last() > vocable.first();
        if (restricting == null && !only && (DENYING.contains(word) || phrase)) {
            denials = word.equals("ni") ? Math.max(1, denials) : denials + 1;
        }
    }

    /// @param whole whether the restriction is about the whole statement: `Seuls les clients …`
    private void restrict(Vocable vocable, boolean whole) {
        endScope(vocable.first(), false);
        restricting = vocable;
        if (whole) {
            endScope(vocable.last() + 1, false);
        }
    }

    /// @param atComma whether a comma ends it: then a restriction at the very beginning frames what follows
    private void endScope(int at, boolean atComma) {
        Vocable by = restricting;
        if (by == null || atComma && scope.isEmpty()) {
            return;
        }
        Restriction restriction = switch (by.role()) {
            case ONLY -> Restriction.ONLY;
            case EXCEPT -> Restriction.EXCEPT;
            default -> Restriction.PROVIDED;
        };
        int to = Math.max(by.last(), at - 1);
        conditions.add(new Condition(restriction, Set.copyOf(scope), start(by.first()), end(to)));
        scope.clear();
        restricting = null;
    }

    private int start(int token) {
        return reading.tokens().get(token).start();
    }

    private int end(int token) {
        return reading.tokens().get(token).end();
    }

    private void close() {
        endScope(last + 1, false);
        if (first >= 0) {
            int sign = denials % 2 == 0 ? 1 : -1;
            boolean said = charge != 0 || must != 0;
            statements.add(new Statement(
                    Set.copyOf(content),
                    charge * sign,
                    must * sign,
                    said ? 0 : able * sign,
                    everything,
                    List.copyOf(conditions),
                    start(first),
                    end(last)));
        }
        content.clear();
        conditions.clear();
        charge = 0;
        must = 0;
        able = 1;
        denials = 0;
        everything = false;
        first = -1;
        last = -1;
        sinceNe = Integer.MAX_VALUE;
    }
}
