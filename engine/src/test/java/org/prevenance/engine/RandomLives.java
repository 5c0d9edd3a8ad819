package org.prevenance.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random telecom lives as lines of JSON: late, corrected, retracted, moved and mixed up as much as real ones, on few
/// days so
/// that things meet.
final class RandomLives {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private final Random random;
    private final int days;
    private final List<String> lines = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    private RandomLives(long seed, int days) {
        this.random = new Random(seed);
        this.days = days;
    }

    /// Lines in no order, for two customers, three contracts and five boxes.
    static List<String> of(long seed, int days) {
        return new RandomLives(seed, days).write();
    }

    private List<String> write() {
        for (int c = 0; c < 3; c++) {
            Instant start = at(random.nextInt(5));
            add("contract.started", "contract/C" + c, start, """
                {"customerId":"K%d","product":"fibre","offerId":"O%d","monthly":%s,"commitmentEnds":"%s"}""".formatted(
                            c / 2, c % 2, money(30 + random.nextInt(20)), day(start, 10)));
        }
        for (int k = 0; k < 2; k++) {
            for (String purpose : List.of("care", "offers")) {
                if (random.nextInt(5) > 0) {
                    add("consent.given", "customer/K" + k, at(random.nextInt(6)), consent(purpose));
                }
                if (random.nextInt(4) == 0) {
                    add("consent.withdrawn", "customer/K" + k, at(random.nextInt(days)), consent(purpose));
                }
            }
        }
        for (int d = 0; d < 5; d++) {
            add("device.installed", "device/D" + d, at(random.nextInt(6)), "{\"contractId\":\"C%d\"}".formatted(d % 3));
            if (random.nextInt(3) == 0) {
                add(
                        "equipment.returned",
                        "device/D" + d,
                        at(random.nextInt(days)),
                        "{\"contractId\":\"C%d\"}".formatted(d % 3));
            }
            if (random.nextInt(5) == 0) {
                add(
                        "device.installed",
                        "device/D" + d,
                        at(random.nextInt(days)),
                        "{\"contractId\":\"C%d\"}".formatted(random.nextInt(3)));
            }
        }
        for (int i = 0; i < days * 6; i++) {
            anything();
        }
        return lines;
    }

    private void anything() {
        int contract = random.nextInt(3);
        String device = "device/D" + random.nextInt(5);
        Instant time = at(random.nextInt(days));
        switch (random.nextInt(15)) {
            case 0, 1 -> bill("contract/C" + contract, time);
            case 2 ->
                add(
                        "refund.issued",
                        "contract/C" + contract,
                        time,
                        "{\"amount\":%s}".formatted(money(random.nextInt(60))));
            case 3 -> {
                if (random.nextInt(6) == 0) {
                    add("contract.ended", "contract/C" + contract, time, "{}");
                } else if (random.nextInt(3) == 0) {
                    add(
                            "contract.changed",
                            "contract/C" + contract,
                            time,
                            "{\"monthly\":%s}".formatted(money(20 + random.nextInt(30))));
                }
            }
            case 4 -> offer(time);
            case 5, 6, 7 ->
                add(
                        "device.reported",
                        device,
                        time,
                        "{\"uptimeSeconds\":%d,\"errors\":%d%s}"
                                .formatted(
                                        random.nextInt(100_000),
                                        random.nextInt(60),
                                        random.nextBoolean() ? ",\"restarts\":" + random.nextInt(3) : ""));
            case 8 -> change();
            case 9 -> closing(contract, time);
            default ->
                add(
                        "device.usage",
                        device,
                        time,
                        "{\"bytes\":%d}"
                                .formatted(
                                        random.nextInt(8) == 0
                                                ? 900_000 + random.nextInt(400_000)
                                                : random.nextInt(9_000)));
        }
    }

    private void bill(String contract, Instant time) {
        String from = day(time, random.nextInt(3) * 7 - 7);
        String lines = random.nextBoolean()
                ? ""
                : ",\"lines\":[{\"label\":\"x\",\"amount\":%s,\"product\":\"p%d\"}]"
                        .formatted(money(3), random.nextInt(2));
        add(
                "bill.issued",
                contract,
                time,
                "{\"bill\":\"B%d\",\"amount\":%s,\"from\":\"%s\",\"to\":\"%s\"%s}"
                        .formatted(random.nextInt(30), money(10 + random.nextInt(50)), from, day(time, 28), lines));
    }

    /// What somebody said about whatever case is open.
    private void closing(int contract, Instant time) {
        String signal = List.of("billed-twice", "box-failing", "billed-but-unused", "bill-jump", "billed-after-end")
                .get(random.nextInt(5));
        add(
                "case.closed",
                random.nextBoolean() ? "contract/C" + contract : "customer/K" + contract / 2,
                time,
                "{\"caseId\":\"telecom/%s:contract/C%d\",\"outcome\":\"%s\"}"
                        .formatted(signal, contract, random.nextBoolean() ? "confirmed" : "false-alarm"));
    }

    private void offer(Instant time) {
        String channel = random.nextBoolean() ? "web" : "phone";
        String offer = "offer/O" + random.nextInt(2);
        if (random.nextInt(4) == 0) {
            add("offer.withdrawn", offer, time, "{\"channel\":\"%s\"}".formatted(channel));
        } else {
            add(
                    "offer.published",
                    offer,
                    time,
                    "{\"channel\":\"%s\",\"monthly\":%s,\"validTo\":\"%s\"}"
                            .formatted(channel, money(15 + random.nextInt(20)), day(time, random.nextInt(90))));
        }
    }

    /// Takes back or replaces something said before.
    private void change() {
        int which = random.nextInt(ids.size());
        String line = targets.get(which);
        String data = line.substring(line.indexOf("\"data\":") + 7, line.length() - 1)
                .replaceFirst("\"(retracts|corrects)\":\"e[0-9]*\",?", "");
        String change = random.nextBoolean() ? "\"retracts\"" : "\"corrects\"";
        String rest = data.equals("{}") ? "}" : "," + data.substring(1);
        String type = line.replaceAll(".*\"type\":\"([^\"]*)\".*", "$1");
        String subject = line.replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1");
        Instant time = Instant.parse(line.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1"));
        add(type, subject, time, "{" + change + ":\"" + ids.get(which) + "\"" + rest);
    }

    private void add(String type, String subject, Instant time, String data) {
        String id = "e" + ids.size();
        long late = switch (random.nextInt(6)) {
            case 0 -> random.nextInt(12 * 24 * 3600);
            case 1, 2 -> random.nextInt(3600);
            default -> 0;
        };
        // whole hours, so that many events become known at one instant
        Instant known = Instant.ofEpochSecond((time.getEpochSecond() + late + 3599) / 3600 * 3600);
        String line =
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"recordedtime\":\"%s\",\"data\":%s}"
                        .formatted(id, type, subject, time, known, data);
        lines.add(line);
        ids.add(id);
        targets.add(line);
    }

    private Instant at(int day) {
        return START.plusSeconds(
                day * 86_400L + random.nextInt(24) * 3600L + (random.nextBoolean() ? 0 : random.nextInt(3600)));
    }

    private static String day(Instant time, int later) {
        return LocalDate.ofInstant(time, PARIS).plusDays(later).toString();
    }

    private static String money(int euros) {
        return "{\"amount\":\"%d.%02d\",\"currency\":\"EUR\"}".formatted(euros, euros * 7 % 100);
    }

    private static String consent(String purpose) {
        return "{\"purpose\":\"%s\",\"method\":\"web\"}".formatted(purpose);
    }
}
