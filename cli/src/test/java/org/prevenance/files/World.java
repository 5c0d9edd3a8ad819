package org.prevenance.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A random world as lines of JSON: customers, contracts, devices and offers, with copies, copies that say something
/// else,
/// corrections, retractions and lines that are no events. The same seed gives the same world.
final class World {
    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final int subjects;

    private World(long seed, int subjects) {
        random = new Random(seed);
        this.subjects = subjects;
    }

    static List<String> lines(long seed, int subjects, int events) {
        World world = new World(seed, subjects);
        for (int i = 0; i < events; i++) {
            world.addOne(i);
        }
        return world.lines;
    }

    private void addOne(int number) {
        int kind = random.nextInt(100);
        if (kind < 3) {
            lines.add(List.of("{not json", "", "   ", "[]", "{\"id\":\"x\"}").get(random.nextInt(5)));
        } else if (kind < 8 && !lines.isEmpty()) {
            lines.add(lines.get(random.nextInt(lines.size())));
        } else {
            lines.add(event(kind < 12 && !ids.isEmpty() ? ids.get(random.nextInt(ids.size())) : newId(number)));
        }
    }

    private String newId(int number) {
        String id = "e" + "-long-prefix-that-is-shared".repeat(random.nextInt(2)) + number;
        ids.add(id);
        return id;
    }

    private String event(String id) {
        String data = switch (random.nextInt(7)) {
            case 0 ->
                about("contract", "contract.started")
                        + data("\"customerId\":\"K%d\",\"offerId\":\"O%d\""
                                .formatted(random.nextInt(subjects), random.nextInt(3)));
            case 1 ->
                about("device", "device.installed")
                        + data("\"contractId\":\"C%d\",\"model\":\"m%d\""
                                .formatted(random.nextInt(subjects), random.nextInt(9)));
            case 2 ->
                about("customer", "contact.received")
                        + data("\"channel\":\"web\",\"contractId\":\"C%d\"".formatted(random.nextInt(subjects)));
            case 3 -> about("offer", "offer.published") + data("\"monthly\":" + money());
            case 4 -> about("contract", "bill.issued") + data("\"amount\":" + money() + ",\"unknown\":1");
            default -> about("device", "device.usage") + data("\"bytes\":" + random.nextInt(1000));
        };
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:s" + random.nextInt(2) + "\"," + data
                + "}";
    }

    private String money() {
        return "{\"amount\":\"" + random.nextInt(90) + ".50\",\"currency\":\"EUR\"}";
    }

    private String about(String kind, String type) {
        String letter = switch (kind) {
            case "customer" -> "K";
            case "contract" -> "C";
            case "device" -> "D";
            default -> "O";
        };
        int day = 1 + random.nextInt(28);
        int later = day + random.nextInt(29 - day);
        String time = "\"time\":\"2026-01-%02dT0%d:00:00Z\"".formatted(day, random.nextInt(3));
        String recorded = random.nextInt(3) == 0
                ? ""
                : ",\"recordedtime\":\"2026-01-%02dT0%d:00:00Z\"".formatted(later, 3 + random.nextInt(2));
        return "\"type\":\"%s\",\"subject\":\"%s/%s%d\",%s%s,"
                .formatted(type, kind, letter, random.nextInt(kind.equals("offer") ? 3 : subjects), time, recorded);
    }

    private String data(String fields) {
        String standing = switch (ids.isEmpty() ? 9 : random.nextInt(20)) {
            case 0 -> ",\"corrects\":\"" + ids.get(random.nextInt(ids.size())) + "\"";
            case 1 -> ",\"retracts\":\"" + ids.get(random.nextInt(ids.size())) + "\"";
            default -> "";
        };
        return "\"data\":{" + fields + standing + "}";
    }
}
