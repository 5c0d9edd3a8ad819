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

/// What authors read when a playbook is wrong.
class MessagesTest {
    private final Vocabulary vocabulary =
            VocabularyReader.read(List.of(new NamedText("v.yaml", """
                    pack: small
                    kinds: {contract: {}, device: {}, offer: {}, agent: {}}
                    purposes: {contract: {basis: contract}, care: {basis: consent}}
                    types:
                      bill.issued:
                        about: contract
                        purpose: contract
                        sensitivity: personal
                        fields:
                          amount: {type: money, required: true}
                          from: {type: date}
                          lines: {type: items, parts: {product: {type: text}}}
                      contract.started:
                        about: contract
                        purpose: contract
                        sensitivity: personal
                        fields: {offerId: {type: id}}
                      device.installed:
                        about: device
                        purpose: contract
                        sensitivity: personal
                        fields: {contractId: {type: id, link: true}}
                      device.usage:
                        about: device
                        purpose: care
                        sensitivity: intimate
                        fields:
                          bytes: {type: whole, unit: bytes}
                          seconds: {type: number, unit: seconds}
                    """))).orThrow();

    @Test
    void anIndicatorThatIsNotDeclared() {
        assertEquals("""
                p.yaml:11:11: usage_06d is not an indicator of this playbook.
                        when: usage_06d < 1000 && bills > 0
                              ^^^^^^^^^
                  Maybe write usage_60d, declared on line 4.""", mistakes("when: usage_06d < 1000 && bills > 0"));
    }

    @Test
    void unitsThatDoNotFit() {
        assertEquals("""
                p.yaml:11:21: < cannot stand between bytes and seconds.
                        when: usage_60d < talked
                                        ^
                  Compare like with like, or take the bare figure with plain(…).""", mistakes("when: usage_60d < talked"));
        assertEquals("""
                p.yaml:11:26: + cannot stand between bytes and a number without unit.
                        when: "0 < usage_60d + bills"
                                             ^
                  Compare like with like, or take the bare figure with plain(…).""", mistakes("when: \"0 < usage_60d + bills\""));
        assertEquals(
                "", mistakes("when: usage_60d / 1000 < 5 && plain(talked) > bills && usage_60d / usage_60d < 2.5"));
    }

    @Test
    void moneyIsNotABareNumber() {
        assertEquals("""
                p.yaml:11:18: > cannot stand between money and a whole number.
                        when: billed > 10
                                     ^
                  Write an amount as money("10.00"), or take the bare figure with amount(…).""", mistakes("when: billed > 10"));
        assertEquals("""
                p.yaml:11:31: > cannot stand between EUR and USD.
                        when: "money('10.00 EUR') > money('10 USD')"
                                                  ^""", mistakes("when: \"money('10.00 EUR') > money('10 USD')\""));
        assertEquals("""
                p.yaml:11:26: "10,00" is not an amount, such as "10.00" or "10.00 EUR".
                        when: billed > money("10,00")
                                             ^^^^^^^""", mistakes("when: billed > money(\"10,00\")"));
    }

    @Test
    void aPlaceInsideABlockOfSeveralLines() {
        assertEquals("""
                p.yaml:13:12: boolean_thing is not an indicator of this playbook.
                            && boolean_thing
                               ^^^^^^^^^^^^^""", mistakes("when: |\n        bills > 0\n        && boolean_thing"));
        assertEquals("""
                p.yaml:12:12: nothing is not an indicator of this playbook.
                            && nothing
                               ^^^^^^^""", mistakes("when: bills > 0\n        && nothing"));
    }

    @Test
    void whatIsNotPartOfTheLanguage() {
        assertEquals("""
                p.yaml:11:23: exists(…) is not a function of the playbook language.
                        when: "['a', 'b'].exists(x, bills > 0)"
                                          ^^^^^^
                  Lists are tested with in, overlaps(…) and size(…).""", mistakes("when: \"['a', 'b'].exists(x, bills > 0)\""));
        assertEquals("""
                p.yaml:11:11: days_sinse(…) is not a function of the playbook language.
                        when: days_sinse(last_bill) > 3
                              ^^^^^^^^^^
                  Maybe write days_since(…).""", mistakes("when: days_sinse(last_bill) > 3"));
        assertEquals("""
                p.yaml:11:18: This is not an expression: it ends too early.
                        when: bills >
                                     ^""", mistakes("when: bills >"));
        assertEquals("""
                p.yaml:11:11: elapsed(…) stands alone on one side of a comparison, in when or until.
                        when: elapsed(last_bill) + 1.0 > 3600
                              ^^^^^^^""", mistakes("when: elapsed(last_bill) + 1.0 > 3600"));
    }

    @Test
    void everyMistakeOfAFileAtOnce() {
        String playbook = """
                playbook: small/wrong
                about: contract
                zone: Europe/Pariss
                indicators:
                  bills:   {count: true, of: bill.isued, purpose: contract}
                  a:       {value: b + 1}
                  b:       {value: c + 1}
                  c:       {value: a + 1}
                  both:    {sum: event.amount, min: event.amount, of: bill.issued, purpose: contract}
                  free:    {sum: event.amount, of: bill.issued}
                  text:    {mean: event.lines.product, of: bill.issued, purpose: contract}
                  shift:   {count: true, of: bill.issued, over: 7d, before: 24h, purpose: contract}
                  window:  {count: true, of: bill.issued, over: 7 days, purpose: contract}
                  wrong:   {sum: event.bytes, of: bill.issued, purpose: contract}
                  whole:   {last: event.lines, of: bill.issued, purpose: contract}
                  groups:  {sum: event.amount, of: bill.issued, by: event.from, purpose: contract}
                  offers:  {read: price, of: offer}
                  since:   {count: true, of: bill.issued, since: contract.stated, purpose: contract}
                signals:
                  Loud:
                    when: a
                    becouse: {fr: "x {a", en: "y"}
                    then: [{call: {team: billing}}, {cal: {}}]
                """;
        assertEquals(ALL_AT_ONCE, checked(playbook));
    }

    private static final String ALL_AT_ONCE = """
            p.yaml:3:7: Europe/Pariss is not a time zone, such as Europe/Paris.
                zone: Europe/Pariss
                      ^^^^^^^^^^^^^
              Maybe write Europe/Paris.

            p.yaml:5:30: The event type bill.isued is not declared.
                  bills:   {count: true, of: bill.isued, purpose: contract}
                                             ^^^^^^^^^^
              Maybe write bill.issued.

            p.yaml:6:3: Indicators cannot read each other in a circle: a reads b reads c reads a.
                  a:       {value: b + 1}
                  ^
              One of them must be made from events or from others alone.

            p.yaml:9:32: both has both sum and min.
                  both:    {sum: event.amount, min: event.amount, of: bill.issued, purpose: contract}
                                               ^^^
              Keep one, and declare another indicator for the other.

            p.yaml:10:12: purpose is missing.
                  free:    {sum: event.amount, of: bill.issued}
                           ^
              Add purpose: here.

            p.yaml:11:19: mean cannot be taken of a list of texts.
                  text:    {mean: event.lines.product, of: bill.issued, purpose: contract}
                                  ^^^^^^^^^^^^^^^^^^^

            p.yaml:12:61: before is counted as over is: in days.
                  shift:   {count: true, of: bill.issued, over: 7d, before: 24h, purpose: contract}
                                                                            ^^^
              Write 7d, for instance.

            p.yaml:13:49: over cannot be 7 days.
                  window:  {count: true, of: bill.issued, over: 7 days, purpose: contract}
                                                                ^^^^^^
              Write one of 60d, 72h, 15m, day, week, month, 12 events or life.

            p.yaml:14:18: bill.issued declares no field bytes.
                  wrong:   {sum: event.bytes, of: bill.issued, purpose: contract}
                                 ^^^^^^^^^^^

            p.yaml:15:19: lines holds several fields; read one of them, such as event.lines.product.
                  whole:   {last: event.lines, of: bill.issued, purpose: contract}
                                  ^^^^^^^^^^^

            p.yaml:17:3: No indicator here names a subject of kind offer.
                  offers:  {read: price, of: offer}
                  ^^^^^^
              Declare one, such as {last: event.offerId, …}, or {last: event.subject, …} of events about one.

            p.yaml:17:19: No playbook about the kind offer declares price.
                  offers:  {read: price, of: offer}
                                  ^^^^^

            p.yaml:18:50: contract.stated is neither an indicator of this playbook nor an event type.
                  since:   {count: true, of: bill.issued, since: contract.stated, purpose: contract}
                                                                 ^^^^^^^^^^^^^^^
              Maybe write contract.started.

            p.yaml:20:3: A signal's name is lower-case letters, digits and -, not Loud.
                  Loud:
                  ^^^^

            p.yaml:21:5: because is missing.
                    when: a
                    ^^^^
              Add because: here.

            p.yaml:22:5: becouse is not a key that is known here.
                    becouse: {fr: "x {a", en: "y"}
                    ^^^^^^^
              Maybe write because.

            p.yaml:23:19: kind is missing.
                    then: [{call: {team: billing}}, {cal: {}}]
                                  ^
              Add kind: here.

            p.yaml:23:19: within is missing.
                    then: [{call: {team: billing}}, {cal: {}}]
                                  ^
              Add within: here.

            p.yaml:23:38: cal is not a key that is known here.
                    then: [{call: {team: billing}}, {cal: {}}]
                                                     ^^^
              Maybe write call.""";

    @Test
    void aGapIsAnExactLengthAndOfAStreak() {
        assertEquals("""
                p.yaml:4:39: gap only goes with streak.
                      row: {count: true, of: bill.issued, gap: 90m, purpose: contract}
                                                          ^^^

                p.yaml:5:46: gap is an exact length of time.
                      long: {streak: event.estimated, each: day, gap: 2d, of: bill.issued, purpose: contract}
                                                                 ^^^
                  Write 48h instead.""", checked("""
                playbook: small/rows
                about: contract
                indicators:
                  row: {count: true, of: bill.issued, gap: 90m, purpose: contract}
                  long: {streak: event.estimated, each: day, gap: 2d, of: bill.issued, purpose: contract}
                """));
    }

    @Test
    void stepsTakeOneKeyEach() {
        assertEquals("""
                p.yaml:4:60: take has 2 steps, and by only one key.
                      one: {sum: event.amount, of: bill.issued, by: event.day, take: [min, mean], purpose: contract}
                                                                               ^^^^
                  Each step but the last takes one key away: by: [event.day, event.hour].

                p.yaml:5:80: parts is how many groups were taken together: it needs a take of several steps.
                      two: {sum: event.amount, of: bill.issued, by: event.day, take: mean, having: parts > 1, purpose: contract}
                                                                                                   ^^^^^
                  Write take: [min, mean], for instance.

                p.yaml:6:3: take: last-key needs exactly one key in by, which is a date, a time, a whole number or a text.
                      six: {sum: event.amount, of: bill.issued, by: [event.day, event.from], take: [last-key, sum], purpose: contract}
                      ^^^""", checked("""
                playbook: small/steps
                about: contract
                indicators:
                  one: {sum: event.amount, of: bill.issued, by: event.day, take: [min, mean], purpose: contract}
                  two: {sum: event.amount, of: bill.issued, by: event.day, take: mean, having: parts > 1, purpose: contract}
                  six: {sum: event.amount, of: bill.issued, by: [event.day, event.from], take: [last-key, sum], purpose: contract}
                """));
    }

    @Test
    void aTableIsNoSingleValue() {
        String table = """
                playbook: small/one
                about: contract
                indicators:
                  months: {sum: event.amount, of: bill.issued, by: month(event.day), purpose: contract}
                  more: {value: months + money("1")}
                  later: {count: true, of: bill.issued, since: months, purpose: contract}
                """;
        assertEquals("""
                p.yaml:5:17: months has a value for each key of its by, not one.
                      more: {value: months + money("1")}
                                    ^^^^^^
                  Add take:, which makes one value of them; or read it at a key, with at(…).

                p.yaml:6:48: months has a value for each key of its by, not one.
                      later: {count: true, of: bill.issued, since: months, purpose: contract}
                                                                   ^^^^^^
                  Add take:, which makes one value of them; or read it at a key, with at(…).""", checked(table));
    }

    @Test
    void sentencesNeedBothLanguagesAndClosedHoles() {
        String playbook = """
                playbook: small/said
                about: contract
                indicators:
                  bills: {count: true, of: bill.issued, purpose: contract}
                signals:
                  one:
                    when: bills > 0
                    because: {fr: "Déjà {bils} factures"}
                  two:
                    when: bills > 0
                    because: {fr: "{{{bills}}} factures", en: "{bills bills"}
                """;
        assertEquals("""
                p.yaml:8:14: en is missing.
                        because: {fr: "Déjà {bils} factures"}
                                 ^
                  Add en: here.

                p.yaml:11:48: This { is never closed.
                        because: {fr: "{{{bills}}} factures", en: "{bills bills"}
                                                                   ^
                  Write {{ for a brace.""", checked(playbook));
        assertEquals(
                """
                p.yaml:8:26: bils is not an indicator of this playbook.
                        because: {fr: "Déjà {bils} factures", en: "y"}
                                             ^^^^
                  Maybe write bills, declared on line 4.""",
                checked(playbook.replace("factures\"}", "factures\", en: \"y\"}")
                        .replace("{bills bills", "{bills} bills")));
    }

    private String mistakes(String when) {
        return checked("""
                playbook: small/one
                about: contract
                indicators:
                  usage_60d: {sum: event.bytes, of: device.usage, over: 60d, purpose: care}
                  talked: {sum: event.seconds, of: device.usage, over: 60d, purpose: care}
                  bills: {count: true, of: bill.issued, purpose: contract}
                  billed: {sum: event.amount, of: bill.issued, purpose: contract}
                  last_bill: {last: event.time, of: bill.issued, purpose: contract}
                signals:
                  one:
                    WHEN
                    because: {fr: "x", en: "x"}
                """.replace("WHEN", when));
    }

    private String checked(String playbook) {
        return switch (Playbooks.compile(
                vocabulary,
                List.of(new NamedText("p.yaml", playbook)),
                new Symbols(),
                new Subjects(vocabulary.kinds()))) {
            case Checked.Right<Program> _ -> "";
            case Checked.Wrong<Program> wrong -> wrong.render();
        };
    }
}
