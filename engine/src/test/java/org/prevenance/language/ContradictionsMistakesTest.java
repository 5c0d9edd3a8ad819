package org.prevenance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// What authors read when `contradictions` is used wrongly.
class ContradictionsMistakesTest {
    private final Vocabulary vocabulary =
            VocabularyReader.read(List.of(new NamedText("v.yaml", """
                    pack: small
                    kinds: {topic: {}}
                    purposes: {service: {basis: legitimate-interest}}
                    types:
                      answer.published:
                        about: topic
                        purpose: service
                        sensitivity: technical
                        fields: {channel: {type: text}, text: {type: text}, words: {type: whole}}
                    """))).orThrow();

    @Test
    void what_is_compared_is_text() {
        assertEquals(
                "p.yaml:4:26: contradictions cannot be taken of a whole number.",
                mistakes("contradictions: event.words, of: answer.published, by: event.channel"));
    }

    @Test
    void the_key_is_text() {
        assertEquals(
                "p.yaml:4:64: The groups that are compared have a text for a key, not a date.",
                mistakes("contradictions: event.text, of: answer.published, by: event.day"));
    }

    @Test
    void there_are_groups() {
        assertEquals("p.yaml:4:9: by is missing.", mistakes("contradictions: event.text, of: answer.published"));
    }

    @Test
    void there_is_one_key() {
        assertEquals(
                "p.yaml:4:80: contradictions compares the groups of one key.",
                mistakes("contradictions: event.text, of: answer.published, by: [event.channel, event.text]"));
    }

    @Test
    void nothing_makes_the_groups_one() {
        assertEquals(
                "p.yaml:4:79: take does not go with contradictions.",
                mistakes("contradictions: event.text, of: answer.published, by: event.channel, take: count"));
    }

    @Test
    void it_looks_at_the_latest() {
        assertEquals(
                "p.yaml:4:10: contradictions compares the latest text of each group: over takes no number of events.",
                mistakes("contradictions: event.text, of: answer.published, by: event.channel, over: 3 events"));
    }

    @Test
    void sources_are_texts() {
        assertEquals(
                "p.yaml:4:88: A source must be text or a list of texts, not a whole number.",
                mistakes("contradictions: event.text, of: answer.published, by: event.channel, sources: event.words"));
    }

    @Test
    void sources_go_with_nothing_else() {
        assertEquals(
                "p.yaml:4:45: sources only goes with contradictions.",
                mistakes("count: true, of: answer.published, sources: event.text"));
    }

    /// The first line of each mistake: its place, and what is wrong.
    private String mistakes(String indicator) {
        String playbook = """
                playbook: small/p
                about: topic
                indicators:
                  gaps: {%s, purpose: service}
                signals:
                  gap: {when: gaps > 0, because: {fr: "a", en: "a"}}
                """.formatted(indicator);
        var compiled = Playbooks.compile(
                vocabulary,
                List.of(new NamedText("p.yaml", playbook)),
                new Symbols(),
                new Subjects(vocabulary.kinds()));
        return compiled.allMistakes().stream()
                .map(mistake -> mistake.render().lines().findFirst().orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
