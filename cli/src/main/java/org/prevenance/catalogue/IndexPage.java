package org.prevenance.catalogue;

import java.util.List;
import java.util.Map;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;
import org.prevenance.signal.Language;

/// The index: all signals of all packs, each with one example sentence.
final class IndexPage {
    private final Tongue tongue;
    private final Program program;
    private final Map<String, List<Topic>> packs;

    IndexPage(Tongue tongue, Program program, Map<String, List<Topic>> packs) {
        this.tongue = tongue;
        this.program = program;
        this.packs = packs;
    }

    String text() {
        StringBuilder page = new StringBuilder();
        page.append(tongue.say("# What Prévenance finds\n\n", "# Ce que Prévenance trouve\n\n"));
        page.append(
                tongue.say(
                        "[En français](README.fr.md). These pages are written from the packs themselves by `./prevenance playbooks docs`; the sentences are those of cases that their scenarios find.\n",
                        "[In English](README.md). Ces pages sont écrites à partir des packs eux-mêmes par `./prevenance playbooks docs` ; les phrases sont celles des dossiers que leurs essais trouvent.\n"));
        packs.forEach((pack, topics) -> {
            page.append("\n## [")
                    .append(PackPage.title(pack, tongue))
                    .append("](")
                    .append(tongue.say(pack + ".md", pack + ".fr.md"))
                    .append(")\n\n");
            page.append(tongue.say("| signal | such as |\n", "| signal | par exemple |\n"))
                    .append("| --- | --- |\n");
            topics.forEach(topic -> program.signals().stream()
                    .filter(signal -> signal.playbook().equals(topic.playbook().name()))
                    .forEach(signal -> page.append(row(pack, topic, signal))));
        });
        return page.toString();
    }

    private String row(String pack, Topic topic, Signal signal) {
        Case example = topic.example(signal.name());
        String told = example == null
                ? "–"
                : PackPage.cell(
                        tongue.language() == Language.FRENCH
                                ? example.because().fr()
                                : example.because().en());
        String title = tongue.say(signal.titleEn(), signal.titleFr());
        String file = tongue.say(pack + ".md", pack + ".fr.md");
        return "| [" + PackPage.cell(title) + "](" + file + "#" + PackPage.anchor(title) + ") | " + told + " |\n";
    }
}
