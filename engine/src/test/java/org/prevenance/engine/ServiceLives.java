package org.prevenance.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random contacts, working days, releases and publications as lines of JSON: late, at equal times, corrected and taken
/// back, few subjects and words so that they meet.
final class ServiceLives {
    static final Instant START = Instant.parse("2025-03-20T00:00:00Z");
    private static final List<String> CHANNELS = List.of("phone", "web", "shop");

    private final Random random;
    private final int days;
    private final List<String> lines = new ArrayList<>();

    private ServiceLives(long seed, int days) {
        this.random = new Random(seed);
        this.days = days;
    }

    /// Lines in no order.
    static List<String> of(long seed, int days) {
        return new ServiceLives(seed, days).write();
    }

    private List<String> write() {
        for (int agent = 0; agent < 2; agent++) {
            if (random.nextInt(4) > 0) {
                add("consent.given", "agent/A" + agent, START, "{\"purpose\":\"team\",\"method\":\"web\"}");
            }
            if (random.nextInt(4) == 0) {
                add("consent.withdrawn", "agent/A" + agent, at(), "{\"purpose\":\"team\",\"method\":\"web\"}");
            }
            for (int day = 0; day < days; day++) {
                workingDay("agent/A" + agent, START.plusSeconds(day * 86_400L + 7 * 3_600L));
            }
        }
        for (int i = 0; i < days * 5; i++) {
            anything();
        }
        for (int i = 0; i < days / 2; i++) {
            change();
        }
        return lines;
    }

    private void workingDay(String agent, Instant start) {
        boolean busy = random.nextInt(3) > 0;
        if (random.nextInt(8) > 0) {
            add("shift.started", agent, start, "{}");
        }
        for (int i = 0; i < 6; i++) {
            String difficult = random.nextInt(3) > 0 ? "" : ",\"difficult\":" + (random.nextInt(4) > 0);
            String outside = random.nextInt(9) > 0 ? "" : ",\"outsideShift\":" + random.nextBoolean();
            int minutes = (busy ? 50 : 20) + random.nextInt(40);
            Instant time = start.plusSeconds(i * 4_000L + random.nextInt(4) * 3_000L);
            add("handled", agent, time, "{\"minutes\":%d%s%s}".formatted(minutes, difficult, outside));
        }
        if (random.nextInt(8) > 0) {
            add("shift.ended", agent, start.plusSeconds(8 * 3_600L), "{}");
        }
    }

    private void anything() {
        String customer = "customer/K" + random.nextInt(2);
        String contact = "\"contact\":\"c" + random.nextInt(days * 2) + "\"";
        String channel = "\"channel\":\"" + CHANNELS.get(random.nextInt(CHANNELS.size())) + "\"";
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                String topic = random.nextInt(6) == 0 ? "" : ",\"topic\":\"t" + random.nextInt(3) + "\"";
                add("contact.received", customer, at(), "{%s,%s%s}".formatted(contact, channel, topic));
            }
            case 3, 4 -> {
                String solved = random.nextInt(4) == 0 ? "" : ",\"solved\":" + random.nextBoolean();
                add(
                        "contact.closed",
                        customer,
                        at(),
                        "{%s,\"transfers\":%d%s}".formatted(contact, random.nextInt(4), solved));
            }
            case 5 -> {
                String type = random.nextInt(3) == 0 ? "contact.answered" : "contact.abandoned";
                add(type, customer, at(), "{%s,\"waitSeconds\":%d}".formatted(contact, random.nextInt(900)));
            }
            case 6 -> {
                String type = List.of("release.proposed", "release.approved", "release.applied", "release.refused")
                        .get(Math.min(3, random.nextInt(7) / 2));
                add(type, "release/R" + random.nextInt(4), at(), random.nextInt(8) == 0 ? "{}" : "{" + channel + "}");
            }
            case 7 -> add("process.published", "topic/T0", at(), "{%s,\"steps\":%s}".formatted(channel, steps()));
            case 8 ->
                add(
                        "answer.published",
                        "topic/T0",
                        at(),
                        "{%s,\"text\":\"%s\"}".formatted(channel, "ab".charAt(random.nextInt(2))));
            default ->
                add(
                        "offer.published",
                        "offer/O0",
                        at(),
                        "{%s,\"monthly\":{\"amount\":\"%d\",\"currency\":\"EUR\"}%s}"
                                .formatted(
                                        channel,
                                        random.nextInt(3),
                                        random.nextBoolean() ? "" : ",\"text\":\"v" + random.nextInt(2) + "\""));
        }
    }

    private String steps() {
        return switch (random.nextInt(4)) {
            case 0 -> "[\"Pack\",\"Send\"]";
            case 1 -> "[\"send\",\"pack.\"]";
            case 2 -> "[\"Pack\"]";
            default -> "[\"pack\",\"Send !\"]";
        };
    }

    /// Takes back or replaces something said before.
    private void change() {
        int which = random.nextInt(lines.size());
        String line = lines.get(which);
        String data = line.substring(line.indexOf("\"data\":") + 7, line.length() - 1);
        String kind = random.nextBoolean() ? "retracts" : "corrects";
        String rest = data.equals("{}") ? "}" : "," + data.substring(1);
        if (data.contains("retracts") || data.contains("corrects")) {
            return;
        }
        add(
                line.replaceAll(".*\"type\":\"([^\"]*)\".*", "$1"),
                line.replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1"),
                random.nextBoolean() ? at() : Instant.parse(line.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1")),
                "{\"%s\":\"e%d\"%s".formatted(kind, which, rest));
    }

    private void add(String type, String subject, Instant time, String data) {
        long late = random.nextInt(5) == 0 ? random.nextInt(10 * 24) * 3_600L : 0;
        // whole hours, so that many events become known at one instant
        Instant known = Instant.ofEpochSecond((time.getEpochSecond() + late + 3_599) / 3_600 * 3_600);
        lines.add("""
            {"specversion":"1.0","id":"e%d","source":"s","type":"%s","subject":"%s","time":"%s","recordedtime":"%s","data":%s}""".formatted(lines.size(), type, subject, time, known, data));
    }

    /// Mostly whole hours, so that some things happen at once.
    private Instant at() {
        return START.plusSeconds(
                random.nextInt(days * 24) * 3_600L + (random.nextInt(3) == 0 ? random.nextInt(3_600) : 0));
    }
}
