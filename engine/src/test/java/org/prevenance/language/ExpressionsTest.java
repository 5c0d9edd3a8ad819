package org.prevenance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.prevenance.event.Raw.ABSENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.vocabulary.Field;

/// What expressions mean, beyond what they share with CEL.
class ExpressionsTest {
    private final Bench bench = new Bench();

    @Test
    void moneyIsExactToTheMillionth() {
        bench.with("bill", Kind.MONEY, euros("29.99")).with("usual", Kind.MONEY, euros("10"));
        assertEquals(euros("19.99"), bench.eval("bill - usual"));
        assertEquals(euros("89.97"), bench.eval("bill * 3"));
        assertEquals(euros("44.985"), bench.eval("bill * 1.5"));
        assertEquals(euros("9.996667"), bench.eval("bill / 3"));
        assertEquals(2.999, Numbers.of(bench.eval("bill / usual")));
        assertEquals(29.99, Numbers.of(bench.eval("amount(bill)")));
        assertEquals(1, bench.eval("bill > 1.5 * usual && bill - usual > money(\"10.00\")"));
        assertEquals(euros("0"), bench.eval("max(usual - bill, money(\"0\"))"));
        assertEquals(ABSENT, bench.eval("bill / 0"));
    }

    @Test
    void aLimitIsReachedInDecimals() {
        bench.with("base", Kind.NUMBER, Numbers.raw(0.15)).with("before", Kind.NUMBER, Numbers.raw(0.05));
        assertEquals(1, bench.eval("base - before >= 0.1 && base - before == 0.1 && base - before <= 0.1"));
        assertEquals(0, bench.eval("base - before < 0.1 || base - before > 0.1 || base - before != 0.1"));
        assertEquals(0, bench.eval("0.1 * base < 1.5 * 0.1 * 0.1"));
        assertEquals(1, bench.eval("base - before >= 0.099999 && base - before < 0.100001"));
    }

    @Test
    void anAmountInAnotherCurrencyIsAbsent() {
        bench.with("bill", Kind.MONEY, euros("29.99"));
        bench.currency = bench.symbols.of("EUR");
        assertEquals(1, bench.eval("bill > money(\"10 EUR\")"));
        assertEquals(ABSENT, bench.eval("bill > money(\"10 USD\")"));
        assertEquals(1, bench.eval("bill > money(\"10\")"));
        Field amount = field("amount");
        bench.event.value(amount.slot(), euros("5"));
        bench.event.value(amount.slot() + 1, bench.symbols.of("USD"));
        assertEquals(1, bench.eval("event.amount < money(\"10 USD\")"));
        assertEquals(ABSENT, bench.eval("event.amount < money(\"10 EUR\")"));
        assertEquals(amount.slot() + 1, bench.compile("event.amount").currencySlot());
        assertEquals(-1, bench.compile("event.amount * 2").currencySlot());
    }

    @Test
    void absenceIsNotZero() {
        bench.with("used", Kind.WHOLE, ABSENT).with("bills", Kind.WHOLE, 3);
        assertEquals(ABSENT, bench.eval("used < 10"));
        assertEquals(0, bench.eval("used < 10 && bills > 5"));
        assertEquals(0, bench.eval("bills > 5 && used < 10"));
        assertEquals(1, bench.eval("used < 10 || bills > 2"));
        assertEquals(0, bench.eval("has(used)"));
        assertEquals(0, bench.eval("has(bills / 0)"));
        assertEquals(ABSENT, bench.eval("used > 1 ? bills : 2"));
        assertEquals(2, bench.eval("bills < 1 ? used : 2"));
    }

    @Test
    void daysAreThoseOfTheZone() {
        long newYear = micros("2025-12-31T23:30:00Z"); // already 2026 in Paris
        bench.with("ended", Kind.TIME, newYear).with("due", Kind.DATE, day("2026-01-10"));
        bench.today = day("2026-01-05");
        assertEquals(day("2026-01-01"), bench.eval("day(ended)"));
        assertEquals(4, bench.eval("days_since(ended)"));
        assertEquals(-5, bench.eval("days_since(due)"));
        assertEquals(9, bench.eval("days_between(ended, due)"));
        assertEquals(
                3599, bench.eval("seconds_between(time(\"2025-03-04T09:00:00Z\"), time(\"2025-03-04T09:59:59.9Z\"))"));
        assertEquals(
                -60, bench.eval("seconds_between(time(\"2025-03-04T09:01:00Z\"), time(\"2025-03-04T09:00:00Z\"))"));
        assertEquals(bench.eval("date(\"2025-03-01\")"), bench.eval("month(date(\"2025-03-31\"))"));
        assertEquals(day("2026-01-17"), bench.eval("plus_days(due, 7)"));
        assertEquals(1, bench.eval("due > date(\"2026-01-09\") && today < due"));
        assertEquals(1, bench.eval("ended < time(\"2026-01-01T00:00:00+00:00\")"));
        bench.event.times(newYear, newYear);
        assertEquals(0, bench.eval("event.hour"));
        assertEquals(day("2026-01-01"), bench.eval("event.day"));
        bench.event.times(micros("2025-03-30T01:30:00Z"), newYear); // clocks went from 2 to 3
        assertEquals(3, bench.eval("event.hour"));
    }

    @Test
    void waitingTurnsExactlyAtItsTimer() {
        long since = micros("2026-01-05T10:00:00Z");
        bench.with("asked", Kind.TIME, since);
        for (String condition : List.of("elapsed(asked) >= 3600", "elapsed(asked) > 3600", "3600.5 < elapsed(asked)")) {
            Bench fresh = new Bench().with("asked", Kind.TIME, since);
            Node node = fresh.compile(condition);
            long turns = fresh.usage.timers().getFirst().eval(fresh);
            fresh.now = turns - 1;
            assertEquals(0, node.code().eval(fresh), condition);
            fresh.now = turns;
            assertEquals(1, node.code().eval(fresh), condition);
        }
        assertEquals(
                List.of("elapsed(…) is compared with <, <=, > or >= with something that does not read the clock."),
                bench.wrong("elapsed(asked) > days_since(asked)").subList(0, 1));
    }

    @Test
    void listsAndIds() {
        bench.event.value(field("products").slot(), bench.symbols.of("box" + Raw.ITEM_SEPARATOR + "tv"));
        assertEquals(1, bench.eval("\"tv\" in event.products"));
        assertEquals(0, bench.eval("\"t\" in event.products"));
        assertEquals(2, bench.eval("size(event.products)"));
        assertEquals(1, bench.eval("overlaps(event.products, ['phone', 'box'])"));
        assertEquals(0, bench.eval("overlaps(event.products, ['phone'])"));
        bench.event.value(field("pointId").slot(), bench.subjects.of("point/S1"));
        assertEquals(1, bench.eval("event.pointId == 'S1' && event.pointId in ['S0', 'S1'] && event.pointId != 'S2'"));
        bench.event.subject(bench.subjects.of("contract/C1"));
        assertEquals(1, bench.eval("event.subject == 'C1' && event.type == 'bill.issued'"));
    }

    @Test
    void unitsAreKept() {
        bench.with("used", new ValueType(Kind.WHOLE, "bytes"), 10).with("n", Kind.WHOLE, 4);
        assertEquals(
                new ValueType(Kind.NUMBER, "bytes"), bench.compile("used / 4").type());
        assertEquals(
                new ValueType(Kind.WHOLE, "bytes"),
                bench.compile("used * n + 60 * 60").type());
        assertEquals(
                new ValueType(Kind.NUMBER, null), bench.compile("used / used").type());
        assertEquals(
                new ValueType(Kind.NUMBER, "kwh"),
                bench.compile("round(event.kwh) + event.kwh").type());
        assertEquals(List.of("* cannot stand between bytes and kwh."), bench.wrong("used * event.kwh"));
        bench.event.value(field("kwh").slot(), 2_500_000);
        assertEquals(2.5, Numbers.of(bench.eval("event.kwh")));
        assertEquals(3, bench.eval("round(event.kwh)"));
    }

    @Test
    void whatIsWrittenOutIsComputedOnce() {
        assertEquals(
                true, bench.compile("60 * 60 * 24 + size('é') > 3 && !false").constant());
        assertEquals(
                false, bench.with("n", Kind.WHOLE, 1).compile("n > 60 * 60").constant());
    }

    private static Field field(String name) {
        Field field = Bench.BILL.field(name);
        if (field == null) {
            throw new AssertionError(name);
        }
        return field;
    }

    private static long euros(String amount) {
        return new java.math.BigDecimal(amount).movePointRight(6).longValueExact();
    }

    private static long micros(String instant) {
        return ZoneDays.micros(Instant.parse(instant));
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }
}
