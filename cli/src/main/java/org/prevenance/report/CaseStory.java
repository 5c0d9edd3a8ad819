package org.prevenance.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;
import org.prevenance.signal.UnitName;
import org.prevenance.signal.Words;

/// The story of one signal for one subject, as text: when it opened and why, its figures then, the events behind it.
public final class CaseStory {
    private final Signal signal;
    private final String subject;
    private final CheckResult result;
    private static final Pattern QUANTITY = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ([a-z/-]+)");

    private final Language language;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    public CaseStory(Signal signal, String subject, CheckResult result, Language language, ZoneId zone) {
        this.signal = signal;
        this.subject = subject;
        this.result = result;
        this.language = language;
        this.words = new Words(language, zone);
    }

    /// @param cases the cases of this signal and subject, in the order in which they opened; none: the story of a
    /// silence
    public String tell(List<Case> cases) {
        line(language.pick(signal.titleFr(), signal.titleEn()) + " — " + subject);
        if (cases.isEmpty()) {
            silence();
        }
        cases.forEach(this::tell);
        line("");
        line(language.pick("La condition : ", "The condition: ") + signal.whenText());
        if (!signal.untilText().isEmpty()) {
            line(language.pick("Se ferme quand : ", "Closes when: ") + signal.untilText());
        }
        return text.toString();
    }

    private void silence() {
        line("");
        line(language.pick(
                "Aucun dossier : la condition n'a jamais tenu, ou le consentement manque.",
                "No case: the condition never held, or consent is missing."));
        List<String> others = result.cases().stream()
                .filter(one -> one.subject().equals(subject))
                .map(Case::signal)
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            line(language.pick("Autres dossiers de ce sujet : ", "Other cases of this subject: ")
                    + String.join(", ", others));
        }
    }

    private void tell(Case one) {
        line("");
        line(language.pick("Ouvert le ", "Opened on ") + day(one.openedAt()) + closed(one) + stake(one.harm()));
        line("  " + language.pick(one.because().fr(), one.because().en()));
        line(language.pick("  Dossier ", "  Case ") + one.id());
        line("");
        line(language.pick("À l'ouverture :", "When it opened:"));
        for (Case.Figure figure : one.figures()) {
            line("  " + language.pick(figure.titleFr() + " : " + figure.fr(), figure.titleEn() + ": " + figure.en()));
        }
        line("");
        line(language.pick("La preuve, ", "The proof, ")
                + words.count(one.evidenceCount(), "événement", "événements", "event", "events")
                + language.pick(" :", ":"));
        one.evidence().stream()
                .map(id -> result.proofs().get(id))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(CheckResult.Proof::time).thenComparing(CheckResult.Proof::id))
                .forEach(this::event);
    }

    private void event(CheckResult.Proof proof) {
        String facts = proof.facts().entrySet().stream().map(this::fact).collect(Collectors.joining(", "));
        String later = proof.known().equals(proof.time())
                ? ""
                : language.pick(" (connu le ", " (known on ") + day(proof.known()) + ")";
        line("  " + day(proof.time()) + later + "  " + proof.type() + "  " + facts + "  [" + proof.id() + "]");
    }

    private String fact(Map.Entry<String, String> fact) {
        Matcher quantity = QUANTITY.matcher(fact.getValue());
        boolean measured = quantity.matches() && UnitName.all().containsKey(quantity.group(2));
        return fact.getKey() + " "
                + (measured ? words.exact(new BigDecimal(quantity.group(1)), quantity.group(2)) : fact.getValue());
    }

    private String closed(Case one) {
        Instant closedAt = one.closedAt();
        return closedAt == null ? "" : language.pick(", fermé le ", ", closed on ") + day(closedAt);
    }

    private String stake(@Nullable Harm harm) {
        return harm == null ? "" : language.pick(", en jeu : ", ", at stake: ") + words.harm(harm);
    }

    private String day(Instant instant) {
        return words.date(instant);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
