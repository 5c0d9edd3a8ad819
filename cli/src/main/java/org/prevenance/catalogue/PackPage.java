package org.prevenance.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Action;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;
import org.prevenance.signal.Language;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Purpose;

/// One pack: for each signal when it opens, what is at stake, what it reads, what is done, and what its scenarios
/// prove.
final class PackPage {
    private static final Map<String, String> ENGLISH = Map.of(
            "telecom", "Telecom",
            "energy", "Energy and water",
            "appliances", "Appliances and home",
            "bank", "Bank and insurance",
            "journeys", "Journeys",
            "channels", "Channels",
            "care", "Care",
            "team", "Team");
    private static final Map<String, String> FRENCH = Map.of(
            "telecom", "Télécom",
            "energy", "Énergie et eau",
            "appliances", "Appareils et maison",
            "bank", "Banque et assurance",
            "journeys", "Trajets",
            "channels", "Canaux",
            "care", "Relation client",
            "team", "Équipe");

    private final Tongue tongue;
    private final Program program;
    private final String pack;
    private final List<Topic> topics;
    private final StringBuilder page = new StringBuilder();

    PackPage(Tongue tongue, Program program, String pack, List<Topic> topics) {
        this.tongue = tongue;
        this.program = program;
        this.pack = pack;
        this.topics = topics;
    }

    /// What people call a pack; its name with a capital where nothing else is known.
    static String title(String pack, Tongue tongue) {
        String named = pack.substring(0, 1).toUpperCase(Locale.ROOT)
                + pack.substring(1).replace('-', ' ');
        return tongue.say(ENGLISH.getOrDefault(pack, named), FRENCH.getOrDefault(pack, named));
    }

    /// The anchor that Markdown viewers give a heading.
    static String anchor(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                anchor.appendCodePoint(c);
            } else if (c == ' ' || c == '\u00a0') {
                anchor.append('-');
            }
        });
        return anchor.toString();
    }

    /// A text inside a table.
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    String text() {
        line("# " + title(pack, tongue));
        line("");
        line(tongue.say(
                "[All packs](README.md) · [En français](" + pack + ".fr.md)",
                "[Tous les packs](README.fr.md) · [In English](" + pack + ".md)"));
        for (Topic topic : topics) {
            List<Signal> signals = program.signals().stream()
                    .filter(signal -> signal.playbook().equals(topic.playbook().name()))
                    .toList();
            signals.forEach(signal -> signal(topic, signal));
            if (!signals.isEmpty()) {
                silence(topic, signals);
            }
        }
        return page.toString();
    }

    private void line(String line) {
        page.append(line.stripTrailing()).append('\n');
    }

    private void row(String name, String what) {
        if (!what.isEmpty()) {
            line("| " + name + " | " + cell(what) + " |");
        }
    }

    private void signal(Topic topic, Signal signal) {
        String name = signal.name().substring(signal.name().indexOf('/') + 1);
        ExpressionWords expressions =
                new ExpressionWords(tongue, written -> name(topic.playbook().name(), written));
        line("");
        line("## " + tongue.say(signal.titleEn(), signal.titleFr()));
        line("");
        Case example = topic.example(signal.name());
        if (example != null) {
            line("> "
                    + (tongue.language() == Language.FRENCH
                            ? example.because().fr()
                            : example.because().en()));
            line("");
        }
        line("| | |");
        line("| --- | --- |");
        row(tongue.say("name", "nom"), "`" + signal.name() + "`");
        row(tongue.say("about", "concerne"), tongue.kind(kind(signal)));
        row(
                tongue.say("opens when", "s'ouvre quand"),
                expressions.of(signal.whenText()) + holds(topic, name) + judged(topic, name));
        row(
                tongue.say("closes when", "se ferme quand"),
                signal.untilText().isEmpty()
                        ? tongue.say("that no longer holds", "ce n'est plus le cas")
                        : expressions.of(signal.untilText()));
        row(tongue.say("at stake", "enjeu"), harm(topic, name, signal, expressions));
        row(tongue.say("data used under", "données utilisées au titre de"), purposes(signal));
        row(tongue.say("what is done", "ce qui est fait"), actions(signal));
        indicators(signal);
        reads(signal);
        fires(topic, signal);
    }

    private String kind(Signal signal) {
        return program.vocabulary().kinds().get(signal.about());
    }

    private String holds(Topic topic, String name) {
        Yaml held = topic.written("signals", name, "for");
        return held == null ? "" : tongue.say(", for ", ", pendant ") + tongue.duration(IndicatorWords.written(held));
    }

    private String judged(Topic topic, String name) {
        Yaml judged = topic.written("signals", name, "judged");
        if (judged == null) {
            return "";
        }
        String written = IndicatorWords.written(judged).replaceAll("[\\[\\]]", "");
        String on = List.of(written.split(", ")).stream()
                .map(each -> each.equals("day-end")
                        ? tongue.say("at each day's end", "chaque fin de jour")
                        : tongue.say("at each `", "à chaque `") + each + "`")
                .collect(Collectors.joining(", "));
        return tongue.say(" (looked at ", " (regardé ") + on + ")";
    }

    private String harm(Topic topic, String name, Signal signal, ExpressionWords expressions) {
        Yaml harm = topic.written("signals", name, "harm");
        if (harm == null) {
            return tongue.say("no figure", "sans chiffre");
        }
        String unit = signal.harmType().kind() == ValueType.Kind.MONEY
                ? tongue.say("money: ", "en argent : ")
                : tongue.say("points: ", "en points : ");
        return unit + expressions.of(IndicatorWords.written(harm));
    }

    private String purposes(Signal signal) {
        return new TreeSet<>(signal.purposes())
                .stream()
                        .map(name -> {
                            Purpose purpose = program.vocabulary().purposes().get(name);
                            return "`" + name + "`" + (purpose == null ? "" : " (" + basis(purpose.basis()) + ")");
                        })
                        .collect(Collectors.joining(", "));
    }

    private String basis(Purpose.Basis basis) {
        return switch (basis) {
            case CONTRACT -> tongue.say("needed for the contract", "nécessaire au contrat");
            case CONSENT -> tongue.say("only with the person's consent", "seulement avec l'accord de la personne");
            case LEGAL_OBLIGATION -> tongue.say("required by law", "obligation légale");
            case VITAL_INTEREST -> tongue.say("vital interest", "intérêt vital");
            case PUBLIC_TASK -> tongue.say("public task", "mission publique");
            case LEGITIMATE_INTEREST -> tongue.say("legitimate interest", "intérêt légitime");
        };
    }

    private String actions(Signal signal) {
        return signal.actions().stream().map(this::action).collect(Collectors.joining("; "));
    }

    private String action(Action action) {
        Map<String, String> settings = action.settings();
        String within = settings.containsKey("within")
                ? tongue.say(" within ", " sous ") + tongue.duration(settings.getOrDefault("within", ""))
                : "";
        return switch (action.kind()) {
            case CALL ->
                tongue.say("the team `", "l'équipe `")
                        + settings.getOrDefault("team", "")
                        + tongue.say("` calls", "` appelle")
                        + within;
            case DEVICE ->
                tongue.say("the device is told `", "l'appareil reçoit `")
                        + (settings.getOrDefault("command", "") + " " + settings.getOrDefault("value", "")).strip()
                        + "`";
            case MESSAGE ->
                tongue.say("a message by ", "un message par ") + settings.getOrDefault("channel", "") + within;
            case SILENCE -> tongue.say("nothing, because ", "rien, car ") + settings.getOrDefault("reason", "");
        };
    }

    // ---- indicators ----

    /// A name in an expression: an indicator's title where it has one, else the name as written.
    private String name(String playbook, String written) {
        for (Indicator indicator : program.indicators()) {
            if (indicator.playbook().equals(playbook) && indicator.name().equals(written)) {
                String title = tongue.say(indicator.titleEn(), indicator.titleFr());
                return title.equals(written) ? "`" + written + "`" : "*" + title + "*";
            }
        }
        if (written.startsWith("event.")) {
            return "`" + written.substring("event.".length()) + "`";
        }
        if (written.startsWith("\"") || Character.isDigit(written.charAt(0))) {
            return written;
        }
        return "`" + written + "`";
    }

    private void indicators(Signal signal) {
        List<Indicator> read = new ArrayList<>();
        for (int ordinal : all(signal)) {
            Indicator indicator = program.indicators().get(ordinal);
            if (indicator.playbook().equals(signal.playbook()) && entry(indicator) != null) {
                read.add(indicator);
            }
        }
        if (read.isEmpty()) {
            return;
        }
        line("");
        line(tongue.say("| indicator | what it holds |", "| indicateur | ce qu'il contient |"));
        line("| --- | --- |");
        for (Indicator indicator : read) {
            Yaml.Mapping entry = entry(indicator);
            if (entry != null) {
                String title = tongue.say(indicator.titleEn(), indicator.titleFr());
                String words =
                        new IndicatorWords(tongue, entry, written -> name(indicator.playbook(), written)).words();
                boolean titled = !title.equals(indicator.name());
                row("`" + indicator.name() + "`", (titled ? "*" + title + "*" + tongue.say(": ", " : ") : "") + words);
            }
        }
    }

    private Yaml.@Nullable Mapping entry(Indicator indicator) {
        return topics.stream()
                .filter(topic -> topic.playbook().name().equals(indicator.playbook()))
                .findFirst()
                .map(topic -> topic.entry("indicators", indicator.name()))
                .orElse(null);
    }

    /// The indicators that the signal reads, and those that these read, in the order of the file.
    private Set<Integer> all(Signal signal) {
        Set<Integer> all = new TreeSet<>();
        List<Integer> next = new ArrayList<>(signal.reads());
        next.addAll(signal.conditionReads());
        next.addAll(signal.evidence());
        while (!next.isEmpty()) {
            int ordinal = next.removeLast();
            if (all.add(ordinal)) {
                switch (program.indicators().get(ordinal).source()) {
                    case Indicator.Folded folded -> next.addAll(folded.fold().dependsOn());
                    case Indicator.Derived derived -> next.addAll(derived.dependsOn());
                    case Indicator.Read read -> next.addAll(List.of(read.indicatorOrdinal(), read.subjectOrdinal()));
                    case Indicator.Least least -> {
                        next.addAll(least.dependsOn());
                        next.addAll(least.others());
                    }
                    case Indicator.Gathered gathered -> next.addAll(gathered.inputs());
                }
            }
        }
        return all;
    }

    /// The event types that count, with the fields that are read of them.
    private void reads(Signal signal) {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (int ordinal : all(signal)) {
            Indicator indicator = program.indicators().get(ordinal);
            if (indicator.source() instanceof Indicator.Folded folded) {
                Yaml.Mapping entry = entry(indicator);
                List<String> tokens = entry == null ? List.of() : ExpressionWords.tokens(IndicatorWords.written(entry));
                folded.fold().feeds().forEach(feed -> {
                    EventType type = program.vocabulary().types().get(feed.type());
                    Set<String> read = fields.computeIfAbsent(type.name(), _ -> new LinkedHashSet<>());
                    tokens.stream()
                            .filter(token -> token.startsWith("event."))
                            .map(token -> token.substring("event.".length()))
                            .filter(path -> type.field(path) != null)
                            .forEach(read::add);
                });
            }
        }
        line("");
        String all = fields.entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "`"
                        + (entry.getValue().isEmpty()
                                ? ""
                                : " ("
                                        + entry.getValue().stream()
                                                .map(field -> "`" + field + "`")
                                                .collect(Collectors.joining(", "))
                                        + ")"))
                .collect(Collectors.joining(", "));
        line(tongue.say("Reads ", "Lit ") + all + ".");
    }

    // ---- scenarios ----

    private void fires(Topic topic, Signal signal) {
        List<String> names = topic.trials().stream()
                .filter(trial -> trial.expects(signal.name()))
                .map(trial -> trial.scenario().name())
                .toList();
        list(tongue.say("It fires on:", "Il se déclenche dans"), names);
    }

    private void silence(Topic topic, List<Signal> signals) {
        List<String> names = topic.trials().stream()
                .filter(trial -> trial.scenario().expected().isEmpty())
                .map(trial -> trial.scenario().name())
                .toList();
        String which = signals.size() == 1
                ? tongue.say("It stays silent on:", "Il se tait dans")
                : tongue.say("All of ", "L'ensemble de ") + "`"
                        + topic.playbook().name() + "`"
                        + tongue.say(" stays silent on:", " se tait dans");
        list(which, names);
    }

    private void list(String heading, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        line("");
        if (tongue.language() == Language.FRENCH) { // the names are English
            String trials = names.size() == 1 ? "un essai, nommé" : names.size() + " essais, nommés";
            line(heading + " " + trials + " dans la [page anglaise](" + pack + ".md).");
            return;
        }
        line("<details><summary>" + heading.replaceFirst(" ?:$", "") + " (" + names.size() + ")</summary>");
        line("");
        names.forEach(name -> line("- " + name));
        line("");
        line("</details>");
    }
}
