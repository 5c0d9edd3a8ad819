package org.prevenance.simulator.telecom;

import java.nio.charset.StandardCharsets;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;

/// The two events that every box sends every day: what it carried, and how it is. Nothing is allocated per event.
/// Not thread-safe.
final class DailyLife {
    private static final int REPORT_SECOND = 3 * 3600;
    private static final int USAGE_SECOND = 21 * 3600 + 1800;
    private static final int COLLECTED_SECOND = 3600;
    private static final int WEEK = 7;

    private final Plan plan;
    private final Home home;
    private final Dice dice;
    private final byte[][] usageHeads = new byte[3][];
    private final byte[][] usageMiddles = new byte[3][];
    private final byte[][] reportHeads = new byte[3][];
    private final byte[][] reportMiddles = new byte[3][];
    private final String[] idMiddle = new String[3];
    private final long[] upSince = new long[3];

    DailyLife(Plan plan) {
        this.plan = plan;
        home = plan.home;
        dice = plan.dice.of(99);
        for (int box = 1; box <= 2; box++) {
            String subject = plan.box(box);
            String id = "%06d-%d-".formatted(plan.number, box);
            idMiddle[box] = id;
            usageHeads[box] = ascii("{\"specversion\":\"1.0\",\"id\":\"u-" + id);
            usageMiddles[box] = middle(home.meteringSource, "device.usage", subject);
            reportHeads[box] = ascii("{\"specversion\":\"1.0\",\"id\":\"r-" + id);
            reportMiddles[box] = middle("acs", "device.reported", subject);
            upSince[box] = Frame.at(home.from - plan.number % 60, 7 * 3600);
        }
    }

    private static byte[] middle(String source, String type, String subject) {
        return ascii("\",\"source\":\"" + source + "\",\"type\":\"" + type + "\",\"subject\":\"" + subject
                + "\",\"time\":\"");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void live(int day, EventLine line, Outbox outbox) {
        if (!home.lived(day) || home.unheard(day)) {
            return;
        }
        if (day > home.from) {
            int box = home.boxOn(day - 1);
            report(box, day, line, outbox);
            if (home.bothBoxes && box == 1) {
                report(2, day, line, outbox);
            }
        }
        if (!(home.meteringSource.equals(Frame.BROKEN_SOURCE) && plan.frame.hasOutage() && plan.frame.inOutage(day))) {
            int box = home.boxOn(day);
            usage(box, day, line, outbox);
            if (home.bothBoxes && box == 1) {
                usage(2, day, line, outbox);
            }
        }
    }

    private void usage(int box, int day, EventLine line, Outbox outbox) {
        long chance = dice.bits(8L * day + box);
        int luck = home.exact ? 9999 : (int) ((chance & 0xFFFF) % 10_000);
        if (luck < 40) {
            return;
        }
        long time = Frame.at(day, USAGE_SECOND + (int) (chance >>> 16 & 0x3FF));
        long known = Frame.at(day + 1, COLLECTED_SECOND + (int) (chance >>> 26 & 0x1FFF));
        long bytes = bytesOn(day, chance >>> 39);
        if (luck < 70) {
            known += (1 + luck % 6) * (long) EventLine.DAY_SECONDS;
        }
        usageLine(box, day, "", time, known, luck < 75 && luck >= 70 ? bytes + bytes / 8 : bytes, line)
                .end();
        outbox.post(Export.USAGE, known, line);
        if (luck >= 70 && luck < 75) {
            long corrected = known + 2L * EventLine.DAY_SECONDS;
            usageLine(box, day, "c", time, corrected, bytes, line)
                    .raw(",\"corrects\":\"")
                    .raw("u-")
                    .raw(idMiddle[box])
                    .day(day)
                    .raw("\"")
                    .end();
            outbox.post(Export.USAGE, corrected, line);
        } else if (luck < 85 && luck >= 75) {
            outbox.post(Export.USAGE, known, line);
        } else if (luck < 95 && luck >= 85) {
            long again = known + 4L * EventLine.DAY_SECONDS;
            usageLine(box, day, "", time, again, bytes, line).end();
            outbox.post(Export.USAGE, again, line);
        }
    }

    private EventLine usageLine(int box, int day, String mark, long time, long known, long bytes, EventLine line) {
        return line.beginRaw()
                .raw(usageHeads[box], usageHeads[box].length)
                .day(day)
                .raw(mark)
                .raw(usageMiddles[box], usageMiddles[box].length)
                .instant(time)
                .raw("\",\"recordedtime\":\"")
                .instant(known)
                .openData()
                .whole("bytes", bytes);
    }

    private long bytesOn(int day, long chance) {
        if (home.idle(day) || plan.person.away(day)) {
            return 1_000 + (chance & 0x1FFF);
        }
        if (day >= home.littleFrom) {
            return 30_000 + (chance & 0x3FFF);
        }
        long daily = home.typicalBytes / 2 + (home.typicalBytes >>> 20) * (chance & 0xFFFFF);
        return Frame.weekend(day) ? daily + daily / 2 : daily;
    }

    private void report(int box, int day, EventLine line, Outbox outbox) {
        long chance = dice.bits(8L * day + 2 + box);
        long time = reportTime(plan, day);
        int restarts = restarts(day, chance);
        if (restarts > 0) {
            upSince[box] = time - sinceRestart(day, chance);
        }
        line.beginRaw()
                .raw(reportHeads[box], reportHeads[box].length)
                .day(day)
                .raw(reportMiddles[box], reportMiddles[box].length)
                .instant(time)
                .raw("\",\"recordedtime\":\"");
        boolean late = !home.exact && day % 2 == 0 && (chance >>> 50 & 0x3FF) < 4;
        long known = reportKnown(plan, day) + (late ? 2L * EventLine.DAY_SECONDS : 0);
        line.instant(known).openData().whole("uptimeSeconds", time - upSince[box]);
        if (home.model == Home.Model.COUNTING) {
            line.whole("restarts", restarts);
        }
        line.whole("errors", errors(day, chance >>> 30)).end();
        outbox.post(Export.REPORTS, known, line);
    }

    private static long reportTime(Plan plan, int day) {
        return Frame.at(day, REPORT_SECOND + plan.number % 3000);
    }

    /// When the report of this day becomes known, unless it is late by chance.
    static long reportKnown(Plan plan, int day) {
        return reportTime(plan, day) + 30 + (plan.number * 31L + day) % 300;
    }

    private int restarts(int day, long chance) {
        if (home.fails(day)) {
            return switch (home.failure) {
                case RESTARTS -> 1;
                case RARE_RESTARTS -> (day - home.failsFrom) % 3 == 0 ? 1 : 0;
                case NONE, ERRORS, FEW_ERRORS, SLOW_ERRORS -> 0;
            };
        }
        if (home.exact) {
            return 0;
        }
        int weekday = Math.floorMod(day + plan.number, WEEK);
        boolean mayRestart = weekday == 0 || (home.ageing && weekday == 3);
        long outOf = home.ageing ? 2 : 8;
        return mayRestart && (chance & 0xFFFF) % outOf == 0 ? 1 : 0;
    }

    /// Seconds between the restart and the report. While a box fails they shrink, so that its uptime shows each
    /// restart.
    private long sinceRestart(int day, long chance) {
        if (home.fails(day)) {
            return Math.max(70_000L - 8_000L * (day - home.failsFrom), 3_600);
        }
        return 3_600 + (chance >>> 20 & 0xFFFF);
    }

    private long errors(int day, long chance) {
        long usual = (chance & 0xFFFF) % (home.ageing ? 12 : 7);
        if (!home.fails(day)) {
            return usual;
        }
        return switch (home.failure) {
            case ERRORS -> 70;
            case FEW_ERRORS -> 12;
            case SLOW_ERRORS -> 3 + (day - home.failsFrom) / 3;
            case NONE, RESTARTS, RARE_RESTARTS -> usual;
        };
    }
}
