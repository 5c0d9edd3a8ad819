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

/// What authors read who take the items of a list one by one, and go wrong.
class EachTest {
    private final Vocabulary vocabulary =
            VocabularyReader.read(List.of(new NamedText("v.yaml", """
                    pack: small
                    kinds: {contract: {}, trip: {}}
                    purposes: {contract: {basis: contract}}
                    types:
                      bill.issued:
                        about: contract
                        purpose: contract
                        sensitivity: personal
                        fields:
                          amount: {type: money, required: true}
                          lines: {type: items, parts: {product: {type: text}, amount: {type: money}, pieces: {type: whole}}}
                      option.used:
                        about: contract
                        purpose: contract
                        sensitivity: personal
                        fields: {product: {type: text}, pieces: {type: number, unit: litres}}
                    """))).orThrow();

    @Test
    void itemsHaveTypedParts() {
        assertEquals("", mistakes("{sum: item.amount, of: bill.issued, each: event.lines, purpose: contract}"));
        assertEquals("""
                p.yaml:4:14: sum cannot be taken of text.
                      one: {sum: item.product, of: bill.issued, each: event.lines, purpose: contract}
                                 ^^^^^^^^^^^^""", mistakes("{sum: item.product, of: bill.issued, each: event.lines, purpose: contract}"));
    }

    @Test
    void aPartThatIsNotDeclared() {
        assertEquals("""
                p.yaml:4:14: bill.issued.lines declares no part amout.
                      one: {sum: item.amout, of: bill.issued, each: event.lines, purpose: contract}
                                 ^^^^^^^^^^
                  Maybe write item.amount.""", mistakes("{sum: item.amout, of: bill.issued, each: event.lines, purpose: contract}"));
    }

    @Test
    void anItemWithoutEach() {
        assertEquals("""
                p.yaml:4:14: No item is at hand here; one is where each names a list.
                      one: {sum: item.amount, of: bill.issued, purpose: contract}
                                 ^^^^^^^^^^^
                  Add each: event.lines, for instance.""", mistakes("{sum: item.amount, of: bill.issued, purpose: contract}"));
    }

    @Test
    void aListThatIsNone() {
        assertEquals("""
                p.yaml:4:45: bill.issued has no list of objects called amount.
                      one: {count: true, of: bill.issued, each: event.amount, purpose: contract}
                                                                ^^^^^^^^^^^^
                  Maybe write each: event.lines.""", mistakes("{count: true, of: bill.issued, each: event.amount, purpose: contract}"));
        assertEquals("""
                p.yaml:4:45: each names a list of the event, not day.
                      one: {count: true, of: bill.issued, each: day, purpose: contract}
                                                                ^^^
                  each: day only goes with streak.""", mistakes("{count: true, of: bill.issued, each: day, purpose: contract}"));
    }

    @Test
    void anEventWithoutTheListIsItsOwnItem() {
        assertEquals(
                "",
                mistakes(
                        "{count: true, of: bill.issued, each: event.lines, by: item.product, unless: option.used, take: max, purpose: contract}"));
        assertEquals(
                """
                p.yaml:4:14: pieces is not of the same type in all of bill.issued.lines, option.used.
                      one: {sum: item.pieces, of: [bill.issued, option.used], each: event.lines, purpose: contract}
                                 ^^^^^^^^^^^""",
                mistakes("{sum: item.pieces, of: [bill.issued, option.used], each: event.lines, purpose: contract}"));
    }

    private String mistakes(String indicator) {
        return switch (Playbooks.compile(
                vocabulary,
                List.of(new NamedText("p.yaml", """
                        playbook: small/one
                        about: contract
                        indicators:
                          one: %s
                        """.formatted(indicator))),
                new Symbols(),
                new Subjects(vocabulary.kinds()))) {
            case Checked.Right<Program> _ -> "";
            case Checked.Wrong<Program> wrong -> wrong.render();
        };
    }
}
