package org.prevenance.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random telecom contracts in which much goes wrong at once: bills upon bills, several boxes, boxes that move to the
/// neighbour, prices with validity, opt-ins given late and taken back, and many things at one instant.
final class CrookedLives {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final LocalDate START = LocalDate.of(2025, 2, 20);
    static final int DAYS = 150;

    private final Random random;
    private final boolean late;
    private final List<String> lines = new ArrayList<>();
    private final List<String> undoable = new ArrayList<>();
    private int number;

    private CrookedLives(long seed, boolean late) {
        this.random = new Random(seed);
        this.late = late;
    }

    /// @param late whether bills, refunds and ends also come late, and are corrected and taken back
    static List<String> of(long seed, int contracts, boolean late) {
        CrookedLives lives = new CrookedLives(seed, late);
        lives.offers();
        for (int c = 0; c < contracts; c++) {
            lives.household(c);
        }
        if (late) {
            lives.secondThoughts();
        }
        return lives.lines;
    }

    private void offers() {
        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < 14; i++) {
                String channel = List.of("web", "phone", "shop").get(random.nextInt(3));
                int day = random.nextInt(DAYS);
                if (random.nextInt(5) == 0) {
                    add("offer.withdrawn", "offer/O" + o, at(day), "\"channel\":\"%s\"".formatted(channel));
                } else {
                    add(
                            "offer.published",
                            "offer/O" + o,
                            at(day),
                            "\"channel\":\"%s\",\"monthly\":%s%s%s"
                                    .formatted(
                                            channel,
                                            money(1800 + random.nextInt(20) * 100),
                                            random.nextInt(3) == 0
                                                    ? ",\"validFrom\":\"%s\"".formatted(date(day + random.nextInt(30)))
                                                    : "",
                                            random.nextInt(3) == 0
                                                    ? ",\"validTo\":\"%s\"".formatted(date(day + random.nextInt(60)))
                                                    : ""));
                }
            }
        }
    }

    private void household(int c) {
        String contract = "contract/C" + c;
        add(
                "contract.started",
                contract,
                at(0),
                "\"customerId\":\"K%d\",\"product\":\"fibre\",\"offerId\":\"O%d\",\"monthly\":%s%s"
                        .formatted(
                                c,
                                random.nextInt(3),
                                money(2500 + random.nextInt(15) * 100),
                                random.nextBoolean()
                                        ? ",\"commitmentEnds\":\"%s\"".formatted(date(random.nextInt(80)))
                                        : ""));
        for (String purpose : List.of("care", "offers")) {
            consents("customer/K" + c, purpose);
        }
        bills(contract);
        for (int d = 0; d < 1 + random.nextInt(5) / 2; d++) {
            box("device/D" + c + "-" + d, c);
        }
        if (random.nextInt(4) == 0) {
            int ended = 30 + random.nextInt(100);
            add("contract.ended", contract, at(ended), "");
            if (random.nextInt(3) == 0) {
                add(
                        "contract.started",
                        contract,
                        at(ended + random.nextInt(25)),
                        "\"customerId\":\"K%d\",\"product\":\"fibre\"".formatted(c));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            add(
                    "contract.changed",
                    contract,
                    at(10 + random.nextInt(120)),
                    "\"monthly\":%s%s"
                            .formatted(
                                    money(2000 + random.nextInt(20) * 100),
                                    random.nextBoolean() ? ",\"offerId\":\"O%d\"".formatted(random.nextInt(3)) : ""));
        }
    }

    private void consents(String customer, String purpose) {
        String data = "\"purpose\":\"%s\",\"method\":\"web\"".formatted(purpose);
        switch (random.nextInt(8)) {
            case 0 -> {}
            case 1 -> {
                add("consent.given", customer, at(1), data);
                add("consent.withdrawn", customer, at(20 + random.nextInt(90)), data);
                add("consent.given", customer, at(115 + random.nextInt(20)), data);
            }
            case 2 -> {
                add("consent.given", customer, at(1), data);
                add("consent.withdrawn", customer, at(20 + random.nextInt(110)), data);
            }
            default -> add("consent.given", customer, at(random.nextInt(random.nextBoolean() ? 3 : 60)), data);
        }
    }

    private void bills(String contract) {
        int usual = 2000 + random.nextInt(2000);
        for (int day = 3 + random.nextInt(10); day < DAYS; day += 5 + random.nextInt(12)) {
            Instant time = at(day);
            int amount = random.nextInt(6) == 0 ? usual * (1 + random.nextInt(3)) + random.nextInt(1500) : usual;
            String period = "\"from\":\"%s\",\"to\":\"%s\"".formatted(date(day - 3 + random.nextInt(5)), date(day + 9));
            bill(contract, time, amount, period);
            if (random.nextInt(5) == 0) {
                bill(
                        contract,
                        random.nextBoolean() ? time : at(day + random.nextInt(4)),
                        usual - random.nextInt(300),
                        period);
            }
            if (random.nextInt(4) == 0) {
                Instant paid = random.nextInt(4) == 0 ? time : at(day + random.nextInt(20));
                add(
                        "refund.issued",
                        contract,
                        paid,
                        "\"amount\":" + money(random.nextInt(3) == 0 ? usual : random.nextInt(9000)));
            }
        }
    }

    private void bill(String contract, Instant time, int cents, String period) {
        String products = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> ",\"lines\":[%s,%s]".formatted(line("tv"), line("fibre"));
            default -> ",\"lines\":[%s]".formatted(line(random.nextBoolean() ? "fibre" : "tv"));
        };
        String bill = random.nextInt(9) == 0 ? "SAME" : "B" + number;
        add(
                "bill.issued",
                contract,
                time,
                "\"bill\":\"%s\",\"amount\":%s,%s%s".formatted(bill, money(cents), period, products));
    }

    private String line(String product) {
        return "{\"label\":\"x\",\"amount\":%s,\"product\":\"%s\"}".formatted(money(100), product);
    }

    private void box(String device, int c) {
        int installed = random.nextInt(4);
        add("device.installed", device, at(installed), "\"contractId\":\"C%d\",\"category\":\"box\"".formatted(c));
        int moved = random.nextInt(5) == 0 ? 40 + random.nextInt(60) : DAYS;
        if (moved < DAYS) {
            add(
                    "device.installed",
                    device,
                    Instant.parse(date(moved) + "T10:00:00Z"),
                    "\"contractId\":\"C%d\"".formatted(c ^ 1));
        } else if (random.nextInt(5) < 3) {
            int returned = 20 + random.nextInt(100);
            add("equipment.returned", device, at(returned), "\"contractId\":\"C%d\"".formatted(c));
            if (random.nextInt(3) == 0) {
                add(
                        "device.installed",
                        device,
                        at(returned + random.nextInt(15)),
                        "\"contractId\":\"C%d\"".formatted(c));
            }
        }
        usage(device);
        reports(device);
    }

    private void usage(String device) {
        boolean lazy = random.nextInt(3) > 0;
        for (int day = 4; day < DAYS; day++) {
            boolean quiet = lazy && day % 100 > 8;
            if (random.nextInt(20) > 0) {
                int bytes =
                        quiet && random.nextInt(60) > 0 ? random.nextInt(14_000) : 400_000 + random.nextInt(900_000);
                add("device.usage", device, at(day), "\"bytes\":" + bytes);
            }
        }
    }

    private void reports(String device) {
        int uptime = 0;
        for (int day = 4; day < DAYS; day += 1 + random.nextInt(2)) {
            boolean bad = day / 12 % 4 == 2;
            uptime = random.nextInt(bad ? 2 : 9) == 0 ? random.nextInt(20_000) : uptime + 86_400;
            String restarts = random.nextInt(3) == 0 ? ",\"restarts\":" + random.nextInt(bad ? 3 : 1) : "";
            int errors = bad && random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(6);
            add(
                    "device.reported",
                    device,
                    at(day),
                    "\"uptimeSeconds\":%d,\"errors\":%d%s".formatted(uptime, errors, restarts));
        }
    }

    /// Takes back or replaces one in twelve of the bills, refunds and ends.
    private void secondThoughts() {
        for (String line : undoable) {
            if (random.nextInt(12) == 0) {
                String id = line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
                Instant known = Instant.parse(line.replaceAll(".*\"recordedtime\":\"([^\"]*)\".*", "$1"))
                        .plusSeconds(3600L * (1 + random.nextInt(400)) + 7);
                String how = random.nextBoolean() ? "retracts" : "corrects";
                lines.add(line.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + how + "-" + id + "\"")
                        .replaceFirst("\"recordedtime\":\"[^\"]*\"", "\"recordedtime\":\"" + known + "\"")
                        .replaceFirst(
                                "\"data\":\\{",
                                "\"data\":{\"" + how + "\":\"" + id + "\"" + (line.endsWith("{}}") ? "" : ",")));
            }
        }
    }

    private void add(String type, String subject, Instant time, String data) {
        boolean mayChange =
                List.of("bill.issued", "refund.issued", "contract.ended").contains(type);
        long after = late && mayChange && random.nextInt(6) == 0 ? random.nextInt(20 * 24) * 3600L : 0;
        Instant known = time.plusSeconds(after);
        String line =
                "{\"specversion\":\"1.0\",\"id\":\"e%d\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"recordedtime\":\"%s\",\"data\":{%s}}"
                        .formatted(number++, type, subject, time, known, data);
        lines.add(line);
        if (mayChange) {
            undoable.add(line);
        }
    }

    /// On few instants of the day, midnight among them, so that things meet.
    private Instant at(int day) {
        int minutes = List.of(0, 8 * 60, 8 * 60, 12 * 60, 23 * 60 + 59, random.nextInt(24 * 60))
                .get(random.nextInt(6));
        return START.plusDays(day).atStartOfDay(PARIS).plusMinutes(minutes).toInstant();
    }

    private static String date(int day) {
        return START.plusDays(day).toString();
    }

    private static String money(int cents) {
        return "{\"amount\":\"%d.%02d\",\"currency\":\"EUR\"}".formatted(cents / 100, cents % 100);
    }
}
