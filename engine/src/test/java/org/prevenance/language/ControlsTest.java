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

/// What authors read when a control is written wrongly.
class ControlsTest {
    private final Vocabulary vocabulary =
            VocabularyReader.read(List.of(new NamedText("v.yaml", """
                    pack: small
                    kinds: {device: {}}
                    purposes: {service: {basis: legitimate-interest}}
                    types:
                      device.reported:
                        about: device
                        purpose: service
                        sensitivity: technical
                        fields: {lux: {type: number, unit: lux}, on: {type: bool}, mode: {type: text}}
                    """))).orThrow();

    @Test
    void a_control_that_is_right_has_no_mistake() {
        assertEquals(
                "", mistakes("command: dim, value: plain(lux), step: 1, hand: {shows: plain(lux), at: at, rest: 2h}"));
        assertEquals("", mistakes("command: switch, value: lux < 10, when: lit"));
    }

    @Test
    void a_command_and_a_value_are_needed() {
        assertEquals("p.yaml:9:6: value is missing.", mistakes("command: dim"));
        assertEquals("p.yaml:9:6: command is missing.", mistakes("value: lux"));
    }

    @Test
    void a_value_is_a_number_or_true_or_false() {
        assertEquals(
                "p.yaml:9:28: value must be a number, or true or false, not text.",
                mistakes("command: dim, value: mode"));
    }

    @Test
    void only_numbers_move_by_steps() {
        assertEquals("p.yaml:9:42: Only numbers move by steps.", mistakes("command: switch, value: lit, step: 1"));
    }

    @Test
    void what_is_shown_is_compared_with_the_value() {
        assertEquals(
                "p.yaml:9:47: shows is true or false, but value is a number (lux).",
                mistakes("command: dim, value: lux, hand: {shows: lit, at: at, rest: 2h}"));
        assertEquals(
                "p.yaml:9:56: at must be an instant, not a number (lux).",
                mistakes("command: dim, value: lux, hand: {shows: lux, at: lux, rest: 2h}"));
        assertEquals(
                "p.yaml:9:66: rest is an exact length of time.",
                mistakes("command: dim, value: lux, hand: {shows: lux, at: at, rest: 2d}"));
    }

    private String mistakes(String control) {
        String playbook = """
            playbook: p/p
            about: device
            indicators:
              lux:  {last: event.lux, of: device.reported, purpose: service}
              lit:  {last: event.on, of: device.reported, purpose: service}
              mode: {last: event.mode, of: device.reported, purpose: service}
              at:   {last: event.time, of: device.reported, purpose: service}
            controls:
              c: {%s}
            """.formatted(control);
        return Playbooks.compile(
                        vocabulary,
                        List.of(new NamedText("p.yaml", playbook)),
                        new Symbols(),
                        new Subjects(vocabulary.kinds()))
                .allMistakes()
                .stream()
                .map(mistake -> mistake.render().lines().findFirst().orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
