package org.prevenance.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.LineFile;

/// The benchmark's data: contracts with one box each, one usage event per box and day, a bill every four weeks, in
/// `events.ndjson`, one after another as they became known.
///
/// Every day the boxes come in another order. About one contract in fifty is unused for long stretches. All customers
/// agree to `care`. 20,000 contracts over 365 days are about 7.6 million events of about 240 bytes.
public final class ReferenceWorld {
    private static final int FIRST_DAY = 20_089; // 2025-01-01
    private static final int BILL_EVERY = 28;
    private static final int USAGE_FROM = 21 * 3600;
    private static final int BILLS_FROM = 6 * 3600;
    private static final int MEASURING_SECONDS = 3000;
    private static final int SOURCES = 4;

    private final int contracts;
    private final int days;
    private final Dice dice;
    private final EventLine line = new EventLine();
    private final byte[][] usageHeads = new byte[SOURCES][];
    private final byte[] idHead = ascii("{\"specversion\":\"1.0\",\"id\":\"u-");
    private final byte[] knownHead = ascii("\",\"recordedtime\":\"");
    private long written;

    private ReferenceWorld(int contracts, int days, long seed) {
        this.contracts = contracts;
        this.days = days;
        dice = new Dice(Dice.mix(seed));
        for (int i = 0; i < SOURCES; i++) {
            usageHeads[i] = ascii(
                    "\",\"source\":\"metering-%d\",\"type\":\"device.usage\",\"subject\":\"device/B".formatted(i));
        }
    }

    /// Writes `events.ndjson` into a folder, which is made if missing. The same arguments give the same bytes.
    ///
    /// @param contracts 1 to 9,999,999
    /// @param days      from 2025-01-01 on, at least 1
    /// @return how many events were written
    /// @throws IOException if the folder or the file cannot be written
    public static long write(Path out, int contracts, int days, long seed) throws IOException {
        if (contracts < 1 || contracts > 9_999_999 || days < 1) {
            throw new IllegalArgumentException(
                    "The number of contracts (%d) must be between 1 and 9999999, and of days (%d) at least 1."
                            .formatted(contracts, days));
        }
        Files.createDirectories(out);
        ReferenceWorld world = new ReferenceWorld(contracts, days, seed);
        try (LineFile file = new LineFile(out.resolve("events.ndjson"))) {
            world.writeTo(file);
        }
        return world.written;
    }

    private void writeTo(LineFile file) throws IOException {
        for (int contract = 0; contract < contracts; contract++) {
            begin(contract, file);
        }
        for (int day = FIRST_DAY; day < FIRST_DAY + days; day++) {
            bills(day, file);
            usage(day, file);
        }
    }

    /// In the first hours of the first day: the customer, the contract, the consent, the box.
    private void begin(int contract, LineFile file) throws IOException {
        String number = "%07d".formatted(contract);
        long time = Frame.at(FIRST_DAY, (int) (contract * 18_000L / contracts));
        long known = time + 1;
        line.begin("crm", "customer.registered", "customer/K" + number, "k-" + number, time, known);
        put(line.date("since", FIRST_DAY), file);
        line.begin("crm", "consent.given", "customer/K" + number, "a-" + number, time, known);
        put(line.text("purpose", "care").text("method", "web"), file);
        line.begin("crm", "contract.started", "contract/C" + number, "c-" + number, time, known);
        put(
                line.text("customerId", "K" + number)
                        .text("product", "internet")
                        .money("monthly", monthly(contract)),
                file);
        line.begin("crm", "device.installed", "device/B" + number, "d-" + number, time, known);
        put(line.text("contractId", "C" + number).text("category", "box"), file);
    }

    /// A twenty-eighth of the contracts is billed each day, in whole cycles: 13 of them in 365 days.
    private void bills(int day, LineFile file) throws IOException {
        int phase = (day - FIRST_DAY) % BILL_EVERY;
        int cycle = (day - FIRST_DAY) / BILL_EVERY;
        if (cycle == days / BILL_EVERY) {
            return;
        }
        int billed = (contracts - phase + BILL_EVERY - 1) / BILL_EVERY;
        for (int i = 0; i < billed; i++) {
            int contract = phase + i * BILL_EVERY;
            String number = "%07d".formatted(contract);
            long time = Frame.at(day, BILLS_FROM + (int) (i * 10_000L / billed));
            line.begin("billing", "bill.issued", "contract/C" + number, "b-" + number + "-" + cycle, time, time + 20);
            put(
                    line.text("bill", "F" + number + "-" + cycle)
                            .money("amount", monthly(contract))
                            .date("from", day)
                            .date("to", day + BILL_EVERY - 1),
                    file);
        }
    }

    private long monthly(int contract) {
        return 1999 + dice.between(contract, 0, 6) * 500L;
    }

    /// All boxes in an order of that day: place `i` holds box `(start + i * step) mod n`, `step` having no divisor in
    /// common with `n`.
    private void usage(int day, LineFile file) throws IOException {
        long step = stepOf(day);
        long box = Math.floorMod(dice.bits(-2L * day), contracts);
        for (int i = 0; i < contracts; i++) {
            long time = Frame.at(day, USAGE_FROM + (int) ((long) i * MEASURING_SECONDS / contracts));
            usageOf((int) box, day, time, file);
            box = (box + step) % contracts;
        }
    }

    private long stepOf(int day) {
        long step = 1L + Math.floorMod(dice.bits(-2L * day - 1L), contracts);
        while (divisor(step, contracts) != 1) {
            step++;
        }
        return step;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private void usageOf(int box, int day, long time, LineFile file) throws IOException {
        long chance = dice.bits(((long) box << 20) ^ day);
        line.beginRaw().raw(idHead, idHead.length).padded(box, 7).raw("-").padded(day, 5);
        byte[] head = usageHeads[box % SOURCES];
        line.raw(head, head.length)
                .padded(box, 7)
                .raw("\",\"time\":\"")
                .instant(time)
                .raw(knownHead, knownHead.length)
                .instant(time + 30)
                .openData()
                .whole("bytes", unused(box, day) ? chance & 0x1FFF : 1_000_000_000L + (chance >>> 30))
                .end();
        file.write(line);
        written++;
    }

    /// One box in fifty rests for 200 days from some day of its own on, each year.
    private boolean unused(int box, int day) {
        if (box % 50 != 7) {
            return false;
        }
        int from = dice.between(-1L - box, 0, 150);
        int ofYear = (day - FIRST_DAY) % 365;
        return ofYear >= from && ofYear < from + 200;
    }

    private void put(EventLine made, LineFile file) throws IOException {
        file.write(made.end());
        written++;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
