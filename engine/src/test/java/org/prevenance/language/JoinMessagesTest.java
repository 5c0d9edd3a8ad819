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

/// What authors read when events are joined wrongly.
class JoinMessagesTest {
    private static final String VOCABULARY = """
            pack: small
            kinds: {customer: {}, offer: {}}
            purposes: {contract: {basis: contract}}
            types:
              asked: {about: customer, purpose: contract, sensitivity: personal, fields: {contact: {type: text}, topic: {type: text}, number: {type: whole}}}
              closed: {about: customer, purpose: contract, sensitivity: personal, fields: {contact: {type: text}, topic: {type: whole}, solved: {type: bool}}}
              published: {about: offer, purpose: contract, sensitivity: technical, fields: {monthly: {type: money}}}
            """;
    private static final String PLAYBOOK = """
            playbook: small/one
            about: customer
            indicators:
              a: {last: q.time, of: closed, with: {q: asked, on: event.contact}, where: q.topik == "bill", purpose: contract}
              b: {last: q.time, of: closed, with: {q: asked, on: event.topic}, purpose: contract}
              c: {last: q.time, of: closed, with: {q: asked, on: event.number}, purpose: contract}
              d: {last: q.time, of: closed, with: {q: aksed}, purpose: contract}
              e: {last: q.time, of: closed, with: {q: published}, purpose: contract}
              f: {last: q.time, of: closed, with: {q: {of: asked, back: 0}}, purpose: contract}
              g: {last: q.time, of: closed, with: {on: event.contact}, purpose: contract}
              h: {last: event.time, of: closed, with: {event: asked}, purpose: contract}
              i: {last: event.time, of: closed, with: {q: asked, on: other.contact}, purpose: contract}
              j: {count: true, of: closed, with: {q: asked}, where: has(q), purpose: contract}
              k: {count: true, of: closed, with: asked, purpose: contract}
              l: {changes: [event.contact, event.topic, event.solved, event.day, event.hour, event.time], of: closed, purpose: contract}
              m: {count: true, of: asked, by: event.topic, having: value > q.number, take: max, purpose: contract}
              n: {last: q.time, of: closed, with: {q: {of: asked, bakc: 2}}, purpose: contract}
              o: {sum: q.monthly, of: closed, with: {q: [asked]}, purpose: contract}
            signals:
              one:
                when: has(b)
                because: {fr: "x", en: "x"}
            """;
    private static final String MISTAKES = """
            p.yaml:4:77: asked declares no field topik.
                  a: {last: q.time, of: closed, with: {q: asked, on: event.contact}, where: q.topik == "bill", purpose: contract}
                                                                                            ^^^^^^^
              Maybe write q.topic.

            p.yaml:5:54: This key is a whole number in the event at hand and text in asked.
                  b: {last: q.time, of: closed, with: {q: asked, on: event.topic}, purpose: contract}
                                                                     ^^^^^^^^^^^

            p.yaml:6:54: closed declares no field number.
                  c: {last: q.time, of: closed, with: {q: asked, on: event.number}, purpose: contract}
                                                                     ^^^^^^^^^^^^

            p.yaml:7:43: The event type aksed is not declared.
                  d: {last: q.time, of: closed, with: {q: aksed}, purpose: contract}
                                                          ^^^^^
              Maybe write asked.

            p.yaml:8:3: published never concerns the kind customer: it is not about one, names none, and no link leads there.
                  e: {last: q.time, of: closed, with: {q: published}, purpose: contract}
                  ^

            p.yaml:9:61: back must be a whole number from 1 (the latest) to 100, not 0.
                  f: {last: q.time, of: closed, with: {q: {of: asked, back: 0}}, purpose: contract}
                                                                            ^

            p.yaml:10:33: with names no event.
                  g: {last: q.time, of: closed, with: {on: event.contact}, purpose: contract}
                                                ^^^^
              Write with: {asked: contact.received, on: event.contact}, for instance.

            p.yaml:11:44: event cannot be the name of an earlier event.
                  h: {last: event.time, of: closed, with: {event: asked}, purpose: contract}
                                                           ^^^^^
              Use letters, digits and _, beginning with a small letter, and no word of the language.

            p.yaml:12:58: No playbook declares the indicator other.contact, or several do.
                  i: {last: event.time, of: closed, with: {q: asked, on: other.contact}, purpose: contract}
                                                                         ^^^^^^^^^^^^^

            p.yaml:13:61: q is not a value; read one of its fields.
                  j: {count: true, of: closed, with: {q: asked}, where: has(q), purpose: contract}
                                                                            ^
              Ask has(q.time), for instance.

            p.yaml:14:38: with must be a mapping, not text.
                  k: {count: true, of: closed, with: asked, purpose: contract}
                                                     ^^^^^

            p.yaml:15:7: changes takes at most 5 values.
                  l: {changes: [event.contact, event.topic, event.solved, event.day, event.hour, event.time], of: closed, purpose: contract}
                      ^^^^^^^

            p.yaml:16:64: No playbook declares the indicator q.number, or several do.
                  m: {count: true, of: asked, by: event.topic, having: value > q.number, take: max, purpose: contract}
                                                                               ^^^^^^^^

            p.yaml:17:55: bakc is not a key that is known here.
                  n: {last: q.time, of: closed, with: {q: {of: asked, bakc: 2}}, purpose: contract}
                                                                      ^^^^
              Maybe write back.

            p.yaml:18:45: q must name an event type.
                  o: {sum: q.monthly, of: closed, with: {q: [asked]}, purpose: contract}
                                                            ^^^^^^^
              Write with: {asked: contact.received, on: event.contact}, for instance.""";

    @Test
    void eachMistakeIsShownWhereItStands() {
        Vocabulary vocabulary = VocabularyReader.read(List.of(new NamedText("v.yaml", VOCABULARY)))
                .orThrow();
        Checked<Program> checked = Playbooks.compile(
                vocabulary,
                List.of(new NamedText("p.yaml", PLAYBOOK)),
                new Symbols(),
                new Subjects(vocabulary.kinds()));
        assertEquals(MISTAKES, checked instanceof Checked.Wrong<Program> wrong ? wrong.render() : "");
    }
}
