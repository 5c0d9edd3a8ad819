package org.prevenance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Action;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Playbook;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.playbook.Window;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// The playbooks that ship with Prévenance compile, and to what they say.
class TelecomPlaybooksTest {
    private final Vocabulary vocabulary = Packs.vocabulary();
    private final Program program = Playbooks.compile(
                    vocabulary, Packs.playbooks("telecom"), new Symbols(), new Subjects(vocabulary.kinds()))
            .orThrow();

    TelecomPlaybooksTest() throws IOException {}

    @Test
    void theSevenSignalsAreThere() {
        assertEquals(
                List.of(
                        "telecom/billed-unused",
                        "telecom/bills",
                        "telecom/box",
                        "telecom/dearer-than-new",
                        "telecom/equipment",
                        "telecom/published-offers"),
                program.playbooks().stream().map(Playbook::name).toList());
        assertEquals(
                List.of(
                        "telecom/billed-but-unused",
                        "telecom/billed-after-end",
                        "telecom/billed-twice",
                        "telecom/bill-jump",
                        "telecom/box-failing",
                        "telecom/dearer-than-new",
                        "telecom/returned-but-billed"),
                program.signals().stream().map(Signal::name).toList());
        assertEquals("Europe/Paris", program.zone().getId());
    }

    @Test
    void everyIndicatorReadsOnlyEarlierOnes() {
        for (Indicator indicator : program.indicators()) {
            List<Integer> reads = switch (indicator.source()) {
                case Indicator.Folded(Fold fold) -> fold.dependsOn();
                case Indicator.Derived derived -> derived.dependsOn();
                case Indicator.Read(int other, int subject, int _) -> List.of(other, subject);
                case Indicator.Gathered gathered -> gathered.inputs();
                case Indicator.Least least -> least.others();
            };
            assertTrue(reads.stream().allMatch(read -> read < indicator.ordinal()), indicator.name());
        }
    }

    @Test
    void usageKeepsItsUnitAndWindow() {
        Indicator usage = indicator("telecom/billed-unused", "usage_60d");
        assertEquals(new ValueType(Kind.WHOLE, "bytes"), usage.type());
        assertEquals("care", usage.purpose());
        Fold fold = fold(usage);
        assertInstanceOf(Aggregation.Sum.class, fold.aggregation());
        assertEquals(new Window.Days(60, 0), fold.window());
        Indicator lastActive = indicator("telecom/billed-unused", "last_active");
        assertEquals(Kind.DATE, lastActive.type().kind());
        assertEquals(Fold.Take.LAST_KEY, fold(lastActive).take());
        assertNotNull(fold(lastActive).having());
        Indicator refunded = indicator("telecom/billed-unused", "refunded");
        assertEquals(
                indicator("telecom/billed-unused", "idle_since").ordinal(),
                fold(refunded).sinceOrdinal());
        assertTrue(fold(refunded).sinceOrLife());
    }

    @Test
    void aFoldOverTwoTypesHasAFeedForEach() {
        Fold stillOut = fold(indicator("telecom/equipment", "still_out"));
        assertEquals(2, stillOut.feeds().size());
        assertFalse(stillOut.feeds().get(0).unless());
        assertTrue(stillOut.feeds().get(1).unless());
        assertNull(stillOut.feeds().get(1).value());
        Fold changed = fold(indicator("telecom/bills", "changed"));
        assertEquals(
                List.of("contract.started", "contract.changed"),
                changed.feeds().stream()
                        .map(feed -> vocabulary.types().get(feed.type()).name())
                        .toList());
        Fold lowest = fold(indicator("telecom/published-offers", "lowest_monthly"));
        assertTrue(lowest.readsToday());
        assertNull(lowest.feeds().get(1).where(), "offer.withdrawn does not declare what the condition reads");
    }

    @Test
    void moneySaysWhereItsCurrencyStands() {
        Fold.Feed feed = fold(indicator("telecom/bills", "latest")).feeds().getFirst();
        Field amount = field("bill.issued", "amount");
        assertEquals(amount.slot() + 1, feed.currencySlot());
    }

    @Test
    void anotherSubjectIsReadByTheIdThatNamesIt() {
        Indicator lowest = indicator("telecom/dearer-than-new", "lowest");
        Indicator.Read read = (Indicator.Read) lowest.source();
        assertEquals(indicator("telecom/published-offers", "lowest_monthly").ordinal(), read.indicatorOrdinal());
        assertEquals(indicator("telecom/dearer-than-new", "offer").ordinal(), read.subjectOrdinal());
        assertEquals(Kind.MONEY, lowest.type().kind());
    }

    @Test
    void aSignalKnowsWhatItNeeds() {
        Signal unused = signal("telecom/billed-but-unused");
        assertEquals(Set.of("contract", "care"), unused.purposes());
        assertTrue(unused.judgedAtDayEnd());
        assertEquals(Set.of(type("bill.issued").ordinal()), unused.judgedOn());
        assertEquals(3, unused.evidence().size());
        assertTrue(unused.readsToday());
        assertEquals(Kind.MONEY, unused.harmType().kind());
        assertEquals("5d", unused.actions().getFirst().settings().get("within"));
        assertEquals(Action.Kind.CALL, unused.actions().getFirst().kind());
        Signal dearer = signal("telecom/dearer-than-new");
        assertEquals(30, dearer.forDays());
        assertTrue(dearer.purposes().contains("offers"));
        assertTrue(dearer.reads()
                .contains(indicator("telecom/dearer-than-new", "monthly").ordinal()));
    }

    @Test
    void onlyWhatIsReadIsKept() {
        EventType bill = type("bill.issued");
        var read = program.slotsRead().get(bill.ordinal());
        assertTrue(read.get(field("bill.issued", "amount").slot() + 1));
        assertTrue(read.get(field("bill.issued", "lines.product").slot()));
        assertFalse(read.get(field("bill.issued", "lines.label").slot()));
        assertTrue(program.slotsRead()
                .get(type("device.installed").ordinal())
                .get(field("device.installed", "contractId").slot()));
        assertTrue(
                program.slotsRead().get(type("journey.booked").ordinal()).cardinality() == 1, "links are always kept");
    }

    private Indicator indicator(String playbook, String name) {
        return program.indicators().stream()
                .filter(one -> one.playbook().equals(playbook) && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fold fold(Indicator indicator) {
        return ((Indicator.Folded) indicator.source()).fold();
    }

    private Signal signal(String name) {
        return program.signals().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EventType type(String name) {
        EventType type = vocabulary.type(name);
        assertNotNull(type);
        return type;
    }

    private Field field(String type, String path) {
        Field field = type(type).field(path);
        assertNotNull(field);
        return field;
    }
}
