package org.prevenance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.playbook.Program;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// What authors read who read another subject's table, and go wrong.
class TablesTest {
    private final Vocabulary vocabulary =
            VocabularyReader.read(List.of(new NamedText("v.yaml", """
                    pack: small
                    kinds: {journey: {}, trip: {}}
                    purposes: {contract: {basis: contract}}
                    types:
                      trip.called:
                        about: trip
                        purpose: contract
                        sensitivity: technical
                        fields: {stop: {type: text}, platform: {type: text}, arrived: {type: time}}
                      journey.booked:
                        about: journey
                        purpose: contract
                        sensitivity: personal
                        fields: {tripId: {type: id}, to: {type: text}}
                    """))).orThrow();

    @Test
    void aTableIsReadAtAKey() {
        assertEquals("", mistakes("{read: arrived, of: trip, at: to}"));
        assertEquals("", mistakes("{read: latest, of: trip}"));
    }

    @Test
    void theKeyIsMissing() {
        assertEquals("""
                p.yaml:6:16: arrived has a value for each text; this does not say for which.
                      read: {read: arrived, of: trip}
                                   ^^^^^^^
                  Add at: with the indicator that holds the key.""", mistakes("{read: arrived, of: trip}"));
    }

    @Test
    void theKeyIsOfAnotherType() {
        assertEquals("""
                p.yaml:6:39: arrived has a value for each text; booked is a time.
                      read: {read: arrived, of: trip, at: booked}
                                                          ^^^^^^""", mistakes("{read: arrived, of: trip, at: booked}"));
    }

    @Test
    void severalKeysCannotBeRead() {
        assertEquals("""
                p.yaml:6:41: platforms has a value for each text and text; to is text.
                      read: {read: platforms, of: trip, at: to}
                                                            ^^
                  Only an indicator with a single key can be read at one.""", mistakes("{read: platforms, of: trip, at: to}"));
    }

    @Test
    void oneValueHasNoKey() {
        assertEquals("""
                p.yaml:6:38: latest has one value, and none at a key.
                      read: {read: latest, of: trip, at: to}
                                                         ^^
                  Leave at out.""", mistakes("{read: latest, of: trip, at: to}"));
    }

    @Test
    void aTableOfTheSameSubjectIsReadWithAt() {
        assertEquals("", mistakes("{value: 'at(by_stop, to) > 1'}"));
        assertEquals("""
                p.yaml:6:30: The key must be text, not a time.
                      read: {value: 'at(by_stop, booked) > 1'}
                                                 ^^^^^^""", mistakes("{value: 'at(by_stop, booked) > 1'}"));
        assertEquals("""
                p.yaml:6:21: at(…) takes an indicator that has a value for each key, and then the key.
                      read: {value: 'at(to, to) > 1'}
                                        ^^
                  Leave take: out where the indicator is declared.""", mistakes("{value: 'at(to, to) > 1'}"));
    }

    private String mistakes(String read) {
        return switch (Playbooks.compile(
                vocabulary,
                List.of(new NamedText("p.yaml", """
                                playbook: small/one
                                about: journey
                                indicators:
                                  trip: {last: event.tripId, of: journey.booked, purpose: contract}
                                  to: {last: event.to, of: journey.booked, purpose: contract}
                                  read: %s
                                  by_stop: {count: true, of: journey.booked, by: event.to, purpose: contract}
                                  booked: {last: event.time, of: journey.booked, purpose: contract}
                                """.formatted(read)), new NamedText("t.yaml", """
                                playbook: small/two
                                about: trip
                                indicators:
                                  arrived: {last: event.arrived, of: trip.called, by: event.stop, purpose: contract}
                                  platforms: {last: event.arrived, of: trip.called, by: [event.stop, event.platform], purpose: contract}
                                  latest: {last: event.arrived, of: trip.called, purpose: contract}
                                """)),
                new Symbols(),
                new Subjects(vocabulary.kinds()))) {
            case Checked.Right<Program> _ -> "";
            case Checked.Wrong<Program> wrong -> wrong.render();
        };
    }
}
