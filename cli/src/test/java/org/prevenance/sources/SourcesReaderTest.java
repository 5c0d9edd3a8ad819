package org.prevenance.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesReaderTest {
    @TempDir
    Path folder;

    private static SourcesException mistakes(String yaml) {
        return assertThrows(SourcesException.class, () -> Sources.parse("sources.yaml", yaml, Packs.VOCABULARY));
    }

    private static List<String> places(SourcesException e) {
        return e.mistakes().stream()
                .map(m -> m.line() + ":" + m.column() + " " + m.what() + (m.hint() == null ? "" : " | " + m.hint()))
                .toList();
    }

    @Test
    void allMistakesAreToldAtOnceWithPlaceLineCaretAndHint() {
        SourcesException e = mistakes("""
                sources:
                  - files: "bills/*.csv"
                    seperator: ";"
                    encoding: windows-1253x
                    zone: Europe/Pari
                    dates: [dd/MM/yyyy, qq/bb]
                    events:
                      - type: bill.isued
                        subject: contract/{no}
                        time: at
                      - type: bill.issued
                        subject: device/{no}
                        time: at
                        data:
                          bill: no
                          amount: price
                          from: start
                          tto: end
                """);
        assertEquals(
                List.of(
                        "3:5 a source has no key (seperator) | Maybe write (separator).",
                        "4:15 the encoding (windows-1253x) is not known | Maybe write (windows-1252).",
                        "5:11 the zone (Europe/Pari) is not known | Maybe write (Europe/Paris).",
                        "6:25 (qq/bb) is not a date pattern: Unknown pattern letter: b | Maybe write (dd/MM/yyyy), or one of"
                                + " epoch-micros, epoch-millis, epoch-seconds.",
                        "8:15 the type (bill.isued) is not declared | Maybe write (bill.issued).",
                        "12:18 bill.issued is not about a device | Maybe write (contract/{column}).",
                        "14:9 bill.issued needs the field (to) | Maybe add (to: column).",
                        "16:19 (amount) is money | Maybe write (amount: {money: column, currency: EUR}).",
                        "18:11 bill.issued has no field (tto) | Maybe write (to)."),
                places(e));
        assertEquals("""
                sources.yaml:8:15: the type (bill.isued) is not declared
                          - type: bill.isued
                                  ^^^^^^^^^^
                  Maybe write (bill.issued).""", e.mistakes().get(4).render());
    }

    @Test
    void whatIsNoYamlOrSaysNothingIsToldToo() {
        assertEquals(1, mistakes("sources: [").mistakes().size());
        assertEquals(1, mistakes("").mistakes().size());
        assertEquals(
                List.of(
                        "1:12 the source names no (files) | Maybe add (files: \"bills/*.csv\").",
                        "1:12 the source has no (events) | Maybe add (events:) with at least one event per row."),
                places(mistakes("sources: [ {} ]")).stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void oneRowIsSeveralEventsOfTypesThatTheRowNames() throws Exception {
        Read read = Read.csv(folder, "m.csv", """
                no,contract,kind,at,amount,refund,method,why
                1,C1,F,2026-01-01,10.00,,w,
                2,C1,P,2026-01-02,10.00,2.50,w,late
                3,C1,X,2026-01-03,,,,
                4,C1,,2026-01-04,,,,
                """, """
                sources:
                  - files: m.csv
                    events:
                      - type: {column: kind, map: {P: bill.paid, F: refund.issued}}
                        when: {amount: "*"}
                        id: pay-{no}
                        source: urn:payments
                        subject: contract/{contract}
                        time: at
                        data:
                          bill: no
                          amount: {money: amount, currency: EUR}
                      - type: refund.issued
                        when: {refund: {not: ""}, kind: [P, X]}
                        id: refund-{no}
                        subject: contract/{contract}
                        time: at
                        data: {amount: {money: refund, currency: EUR, scale: 100}}
                """);
        assertEquals(
                List.of(
                        "2 refund.issued pay-1 urn:payments contract/C1 2025-12-31T23:00:00Z {amount=10 EUR, bill=1}",
                        "3 bill.paid pay-2 urn:payments contract/C1 2026-01-01T23:00:00Z {amount=10 EUR, bill=2}",
                        "3 refund.issued refund-2 urn:file:m contract/C1 2026-01-01T23:00:00Z {amount=250 EUR}"),
                read.all());
    }

    @Test
    void aValueThatTheMapDoesNotNameIsRefused() throws Exception {
        Read read = Read.csv(folder, "m.csv", "who,at,via\nP1,2026-01-01,T\nP1,2026-01-02,Q\n", """
                sources:
                  - files: m.csv
                    events:
                      - type: contact.received
                        id: "{who}-{at}"
                        subject: customer/{who}
                        time: at
                        data:
                          contact: "{who}-{at}"
                          channel: {column: via, map: {T: phone, M: email}}
                """);
        assertEquals(1, read.events.size());
        assertEquals(List.of("3 via: Found \"Q\", which the map at sources.yaml:10 does not name."), read.refusals);
    }

    @Test
    void listsAreBuiltFromGroupsOfColumnsAndFromSeparatedTexts() throws Exception {
        Read read = Read.csv(folder, "m.csv", """
                no,contract,at,total,from,to,l1,a1,l2,a2
                1,C1,2026-01-01,30,2026-01-01,2026-01-31,Box,25,TV,5
                2,C1,2026-02-01,25,2026-02-01,2026-02-28,Box,25,,
                """, """
                sources:
                  - files: m.csv
                    events:
                      - type: bill.issued
                        id: no
                        subject: contract/{contract}
                        time: at
                        data:
                          bill: no
                          amount: {money: total, currency: EUR}
                          from: from
                          to: to
                          lines:
                            - {label: l1, amount: {money: a1, currency: EUR}, product: {constant: internet}}
                            - {label: l2, amount: {money: a2, currency: EUR}, product: {constant: tv}}
                """);
        assertEquals(
                List.of(
                        "2 bill.issued 1 urn:file:m contract/C1 2025-12-31T23:00:00Z {amount=30 EUR, bill=1,"
                                + " from=2026-01-01, lines.amount=25 EUR|5 EUR, lines.label=Box|TV,"
                                + " lines.product=internet|tv, to=2026-01-31}",
                        "3 bill.issued 2 urn:file:m contract/C1 2026-01-31T23:00:00Z {amount=25 EUR, bill=2,"
                                + " from=2026-02-01, lines.amount=25 EUR, lines.label=Box, lines.product=internet,"
                                + " to=2026-02-28}"),
                read.all());
    }
}
