package org.prevenance.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;

class VocabularyReaderTest {
    @Test
    void theProjectsOwnVocabulariesAreRightTogetherAndEachWithTheCommonOne() throws IOException {
        List<NamedText> files = new ArrayList<>(List.of(file("common")));
        VocabularyReader.read(files).orThrow();
        for (String pack : List.of("appliances", "bank", "channels", "journeys", "team")) {
            files.add(file(pack));
            VocabularyReader.read(List.of(file("common"), file(pack))).orThrow();
        }
        Vocabulary vocabulary = VocabularyReader.read(files).orThrow();
        assertTrue(vocabulary.types().size() >= 55, () -> "only " + vocabulary.types());
        EventType bill = type(vocabulary, "bill.issued");
        assertEquals(List.of(vocabulary.kind("contract")), bill.subjectKinds());
        Field amount = field(bill, "amount");
        assertEquals(FieldType.MONEY, amount.type());
        assertEquals(field(bill, "from").slot(), amount.slot() + 2, "money takes two slots");
        assertEquals(-1, field(bill, "lines").slot());
        assertTrue(field(bill, "lines.product").slot() < bill.slotCount());
        Field customer = field(type(vocabulary, "contract.started"), "customerId");
        assertTrue(customer.link());
        assertEquals(vocabulary.kind("customer"), customer.kind());
        assertEquals(
                vocabulary.kind("contract"), type(vocabulary, "device.removed").endsLinkTo());
        assertTrue(vocabulary.isPerson(vocabulary.kind("agent")));
        assertFalse(vocabulary.isPerson(vocabulary.kind("contract")));
        assertEquals(
                new Purpose("care", Purpose.Basis.CONSENT),
                vocabulary.purposes().get("care"));
        assertEquals(
                new Purpose("contract", Purpose.Basis.CONTRACT),
                vocabulary.purposes().get("contract"));
        assertEquals(5, type(vocabulary, "device.usage").atLeastOneOf().size());
    }

    @Test
    void aSecondPackMayAddFieldsButNotChangeThem() {
        String more = """
                pack: more
                types:
                  device.usage:
                    fields:
                      pages: {type: whole}
                """;
        NamedText base = text("base.yaml", BASE);
        Vocabulary vocabulary =
                VocabularyReader.read(List.of(base, text("more.yaml", more))).orThrow();
        assertEquals(
                List.of("bytes", "pages"),
                type(vocabulary, "device.usage").fields().stream()
                        .map(Field::name)
                        .toList());
        String other = more.replace("pages: {type: whole}", "bytes: {type: text}");
        assertEquals("""
                more.yaml:5:7: device.usage.bytes is declared otherwise in base.yaml, line 11.
                          bytes: {type: text}
                          ^^^^^
                  Declare it in the same way, or choose another name.""", mistakes(base, text("more.yaml", other)));
    }

    @Test
    void linksThatGoInACircleAreRefused() {
        String circle = """
                pack: circle
                kinds:
                  person: {person: true}
                  rental: {}
                  vehicle: {}
                  box: {}
                purposes:
                  contract: {basis: contract}
                types:
                  vehicle.handed:
                    about: vehicle
                    purpose: contract
                    sensitivity: personal
                    fields:
                      rentalId: {type: id, link: true}
                  rental.started:
                    about: rental
                    purpose: contract
                    sensitivity: personal
                    fields:
                      personId: {type: id, link: true}
                  person.seen:
                    about: person
                    purpose: contract
                    sensitivity: personal
                    fields:
                      vehicleId: {type: id, link: true}
                  box.packed:
                    about: box
                    purpose: contract
                    sensitivity: personal
                    fields:
                      boxId: {type: id, link: true}
                """;
        assertEquals("""
                c.yaml:27:7: person.seen.vehicleId would make a circle: a link from person to vehicle, which is linked \
                back by vehicle.handed.rentalId, rental.started.personId.
                          vehicleId: {type: id, link: true}
                          ^^^^^^^^^
                  Leave link: true out of one of them: an event counts for what it names without it, too.

                c.yaml:33:7: box.packed.boxId would make a circle: a link of a subject to one of its own kind (box).
                          boxId: {type: id, link: true}
                          ^^^^^
                  Leave link: true out of one of them: an event counts for what it names without it, too.""", mistakes(text("c.yaml", circle)));
    }

    @Test
    void aSpecialCategoryNeedsAnExplicitBasis() {
        String written = BASE + "      unionMember: {type: bool}\n";
        assertTrue(mistakes(text("v.yaml", written))
                .startsWith("v.yaml:12:7: unionMember is a special category of personal data (GDPR article 9)"));
        String based = BASE + "      unionMember: {type: bool, legalBasis: explicit-consent}\n";
        Vocabulary vocabulary =
                VocabularyReader.read(List.of(text("v.yaml", based))).orThrow();
        assertEquals(
                Sensitivity.SPECIAL,
                field(type(vocabulary, "device.usage"), "unionMember").sensitivity());
        for (String name : List.of("religion", "opinionPolitique", "bloodDiagnosis", "etat_de_sante", "ethnicOrigin")) {
            assertFalse(
                    mistakes(text("v.yaml", BASE + "      " + name + ": {type: text}\n"))
                            .isEmpty(),
                    name);
        }
    }

    @Test
    void everyMistakeIsReportedAtOnce() {
        String wrong = """
                pack: wrong
                kinds:
                  device: {}
                purposes:
                  care: {basis: consnet}
                types:
                  device.usage:
                    about: devise
                    purpose: care
                    sensitivity: intimate
                    fields:
                      bytes: {type: hole, unti: bytes}
                      customerId: {type: id}
                """;
        assertEquals("""
                w.yaml:5:17: basis cannot be consnet; it is one of contract, consent, legal-obligation, vital-interest, \
                public-task, legitimate-interest.
                      care: {basis: consnet}
                                    ^^^^^^^
                  Maybe write consent.

                w.yaml:8:12: The kind of subject devise is not declared.
                        about: devise
                               ^^^^^^
                  Maybe write device.

                w.yaml:9:14: The purpose care is not declared.
                        purpose: care
                                 ^^^^

                w.yaml:12:21: type cannot be hole; it is one of whole, number, bool, text, date, time, money, id, texts, \
                items, group, any.
                          bytes: {type: hole, unti: bytes}
                                        ^^^^
                  Maybe write whole.

                w.yaml:12:27: unti is not a key that is known here.
                          bytes: {type: hole, unti: bytes}
                                              ^^^^
                  Maybe write unit.

                w.yaml:13:20: customerId names no declared kind of subject (customer).
                          customerId: {type: id}
                                       ^^^^""", mistakes(text("w.yaml", wrong)));
    }

    private static final String BASE = """
            pack: base
            kinds: {device: {}}
            purposes:
              care: {basis: consent}
            types:
              device.usage:
                about: device
                purpose: care
                sensitivity: intimate
                fields:
                  bytes: {type: whole, unit: bytes}
            """;

    private static String mistakes(NamedText... files) {
        return switch (VocabularyReader.read(List.of(files))) {
            case Checked.Right<Vocabulary> _ -> "";
            case Checked.Wrong<Vocabulary> wrong -> wrong.render();
        };
    }

    private static NamedText file(String pack) throws IOException {
        Path path = Path.of("..", "playbooks", pack, "vocabulary.yaml");
        return text("playbooks/" + pack + "/vocabulary.yaml", Files.readString(path));
    }

    private static NamedText text(String name, String text) {
        return new NamedText(name, text);
    }

    private static EventType type(Vocabulary vocabulary, String name) {
        EventType type = vocabulary.type(name);
        assertNotNull(type, name);
        return type;
    }

    private static Field field(EventType type, String path) {
        Field field = type.field(path);
        assertNotNull(field, path);
        return field;
    }
}
