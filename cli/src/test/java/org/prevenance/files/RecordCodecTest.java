package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.vocabulary.EventType;

class RecordCodecTest {
    private static final RecordCodec CODEC =
            new RecordCodec(FewTypes.VOCABULARY.types(), FewTypes.allSlots(), Long.MAX_VALUE);

    private static Event random(Random random) {
        Event event = new Event();
        EventType type = FewTypes.VOCABULARY.types().get(random.nextInt(6));
        event.clear(type);
        event.subject(random.nextInt(1 << random.nextInt(31)));
        event.source(random.nextInt(1 << random.nextInt(31)));
        long known = random.nextLong() >> random.nextInt(40);
        event.times(
                switch (random.nextInt(4)) {
                    case 0 -> known;
                    case 1 -> known - random.nextInt() * 1000L;
                    case 2 -> known + random.nextInt();
                    default -> random.nextLong();
                },
                known);
        event.id("x".repeat(random.nextInt(random.nextBoolean() ? 30 : 400)) + random.nextInt());
        if (random.nextInt(4) == 0) {
            event.standing(
                    random.nextBoolean() ? Event.Standing.CORRECTION : Event.Standing.RETRACTION,
                    "é" + random.nextInt());
        }
        event.droppedFields(random.nextInt(3) == 0 ? random.nextInt(1 << 20) : 0);
        for (int slot = 0; slot < type.slotCount(); slot++) {
            event.value(slot, random.nextBoolean() ? random.nextLong() : Raw.ABSENT);
        }
        return event;
    }

    private static void assertSame(Event expected, Event actual, String hint) {
        assertEquals(expected.type(), actual.type(), hint);
        assertEquals(expected.subject(), actual.subject(), hint);
        assertEquals(expected.source(), actual.source(), hint);
        assertEquals(expected.time(), actual.time(), hint);
        assertEquals(expected.known(), actual.known(), hint);
        assertEquals(expected.id(), actual.id(), hint);
        assertEquals(expected.standing(), actual.standing(), hint);
        assertEquals(expected.target(), actual.target(), hint);
        assertEquals(expected.droppedFields(), actual.droppedFields(), hint);
        for (int slot = 0; slot < expected.type().slotCount(); slot++) {
            assertEquals(expected.value(slot), actual.value(slot), hint);
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        byte[] page = new byte[2000];
        Event back = new Event();
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Event event = random(random);
            int at = random.nextInt(100);
            int length = CODEC.encode(event, page, at, page.length);
            assertEquals(length, RecordCodec.length(page, at));
            CODEC.decode(page, at, back);
            assertSame(event, back, "seed " + seed);
            assertEquals(event.time(), RecordCodec.time(page, at));
            assertEquals(event.droppedFields(), RecordCodec.dropped(page, at));
        }
    }

    @Test
    void aRecordFitsWhereExactlyItsLengthIsLeftAndNowhereLess() {
        byte[] page = new byte[2000];
        for (long seed = 0; seed < 500; seed++) {
            Event event = random(new Random(seed));
            int length = CODEC.encode(event, page, 0, page.length);
            assertEquals(length, CODEC.encode(event, page, 0, length), "seed " + seed);
            assertEquals(-1, CODEC.encode(event, page, 0, length - 1), "seed " + seed);
        }
    }

    @Test
    void aUsageReportTakesLittle() {
        RecordCodec codec = new RecordCodec(FewTypes.VOCABULARY.types(), FewTypes.firstSlot(), Long.MAX_VALUE);
        Event usage = new Event();
        usage.clear(FewTypes.VOCABULARY.types().getFirst());
        usage.id("usage-D12345-2026-01");
        usage.times(0, 7_200_000_000L);
        usage.value(0, 123_456_789);
        int length = codec.encode(usage, new byte[200], 0, 200);
        assertTrue(length <= 55, "takes " + length + " bytes");
    }

    @Test
    void eventsKnownTooLateCarryNoValues() {
        RecordCodec codec = new RecordCodec(FewTypes.VOCABULARY.types(), FewTypes.allSlots(), 10);
        Event event = random(new Random(1));
        event.times(5, 11);
        byte[] page = new byte[2000];
        codec.encode(event, page, 0, page.length);
        Event back = new Event();
        codec.decode(page, 0, back);
        assertEquals(event.id(), back.id());
        assertEquals(Raw.ABSENT, back.value(0));
    }
}
