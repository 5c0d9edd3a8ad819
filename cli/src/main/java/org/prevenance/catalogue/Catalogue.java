package org.prevenance.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prevenance.check.Packs;
import org.prevenance.playbook.Playbook;
import org.prevenance.playbook.Program;
import org.prevenance.scenario.Scenario;
import org.prevenance.scenarios.RefusedEvent;
import org.prevenance.scenarios.ScenarioRun;
import org.prevenance.scenarios.ScenarioSuite;
import org.prevenance.signal.Case;
import org.prevenance.signal.Language;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// Writes the pages of chosen packs: an index and a page for each pack, in English and French.
///
/// Everything on them comes from the packs: titles, conditions and windows from the playbooks, the sentences from the
/// cases that their scenarios find.
public final class Catalogue {
    private static final String SCENARIOS = ".scenarios.yaml";
    private static final String PLAYBOOK = ".playbook.yaml";

    private Catalogue() {}

    /// The pages by file name, `README.md` and `README.fr.md` being the indexes.
    public static Map<String, String> pages(Packs.Chosen chosen, ScenarioSuite suite) {
        Map<String, List<Topic>> packs = packs(chosen, suite);
        Map<String, String> pages = new TreeMap<>();
        for (Language language : Language.values()) {
            Tongue tongue = new Tongue(language);
            pages.put(tongue.say("README.md", "README.fr.md"), new IndexPage(tongue, suite.program(), packs).text());
            packs.forEach((pack, topics) -> pages.put(
                    tongue.say(pack + ".md", pack + ".fr.md"),
                    new PackPage(tongue, suite.program(), pack, topics).text()));
        }
        return pages;
    }

    /// The playbooks by pack, of packs with signals.
    private static Map<String, List<Topic>> packs(Packs.Chosen chosen, ScenarioSuite suite) {
        Map<String, List<Topic>> packs = new TreeMap<>();
        Map<String, List<Case>> found = new LinkedHashMap<>();
        ScenarioRun run = new ScenarioRun(suite.program());
        suite.scenarios().forEach(scenario -> found.put(key(scenario), cases(run, scenario)));
        for (Playbook playbook : suite.program().playbooks()) {
            Yaml.Mapping written = written(chosen.playbooks(), playbook);
            String beside = playbook.file().replace(PLAYBOOK, SCENARIOS);
            List<Topic.Trial> trials = new ArrayList<>();
            suite.scenarios().stream()
                    .filter(scenario -> scenario.file().equals(beside))
                    .forEach(scenario ->
                            trials.add(new Topic.Trial(scenario, found.getOrDefault(key(scenario), List.of()))));
            String pack = playbook.name().substring(0, playbook.name().indexOf('/'));
            packs.computeIfAbsent(pack, _ -> new ArrayList<>()).add(new Topic(playbook, written, trials));
        }
        packs.values().removeIf(topics -> topics.stream().noneMatch(topic -> finds(topic, suite.program())));
        return packs;
    }

    private static boolean finds(Topic topic, Program program) {
        return program.signals().stream()
                .anyMatch(signal -> signal.playbook().equals(topic.playbook().name()));
    }

    private static String key(Scenario scenario) {
        return scenario.file() + ":" + scenario.line();
    }

    /// None where an event is refused: `playbooks test` says so.
    private static List<Case> cases(ScenarioRun run, Scenario scenario) {
        try {
            return run.found(scenario);
        } catch (RefusedEvent _) {
            return List.of();
        }
    }

    private static Yaml.Mapping written(List<NamedText> files, Playbook playbook) {
        NamedText file = files.stream()
                .filter(text -> text.file().equals(playbook.file()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The playbook " + playbook.name() + " comes from no file."));
        Yaml.Mapping written = YamlReader.read(file, new Mistakes());
        if (written == null) {
            throw new IllegalArgumentException(
                    "The playbook " + playbook.name() + " was read once, and now cannot be.");
        }
        return written;
    }
}
