package org.prevenance.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random items that move between shops, and buyers who visit them: late, taken back, at equal instants, with values
/// missing.
final class ShopLives {
    static final Instant START = Instant.parse("2025-03-25T00:00:00Z"); // clocks go forward on the 30th
    static final int DAYS = 12;
    static final int ITEMS = 7;
    static final int SHOPS = 3;
    static final int BUYERS = 4;

    static final String VOCABULARY = """
        pack: test
        kinds: {item: {}, shop: {}, buyer: {}}
        purposes:
          test: {basis: contract}
        types:
          item.moved:
            about: item
            purpose: test
            sensitivity: technical
            fields:
              shopId: {type: id}
              chain:  {type: text}
              w:      {type: whole}
              x:      {type: number}
              m:      {type: money}
          buyer.known:
            about: buyer
            purpose: test
            sensitivity: technical
            fields:
              year: {type: whole}
          shop.visited:
            about: shop
            purpose: test
            sensitivity: technical
            fields:
              buyerId: {type: id}
        """;

    private final Random random;
    private final List<String> lines = new ArrayList<>();

    private ShopLives(long seed) {
        random = new Random(seed);
    }

    static List<String> of(long seed) {
        ShopLives lives = new ShopLives(seed);
        for (int i = 0; i < 120; i++) {
            lives.event(i);
        }
        return lives.lines;
    }

    private void event(int number) {
        Instant time = START.plusSeconds(1800L * random.nextInt(DAYS * 48));
        Instant known = random.nextInt(4) == 0 ? time.plusSeconds(1800L * random.nextInt(96)) : time;
        String id = "e" + number;
        switch (random.nextInt(6)) {
            case 0 -> add(id, "buyer.known", "buyer/B" + random.nextInt(BUYERS), time, known, year());
            case 1 ->
                add(id, "shop.visited", "shop/S" + random.nextInt(SHOPS), time, known, """
                    "buyerId":"B%d\"""".formatted(
                                random.nextInt(BUYERS)));
            default -> add(id, "item.moved", "item/I" + random.nextInt(ITEMS), time, known, moved());
        }
        if (random.nextInt(12) == 0) {
            Instant later = known.plusSeconds(1800L * random.nextInt(48));
            String type = lines.getLast().replaceAll(".*\"type\":\"([^\"]*)\".*", "$1");
            String subject = lines.getLast().replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1");
            add("r" + number, type, subject, time, later, "\"retracts\":\"" + id + "\"");
        }
    }

    private String year() {
        return "\"year\":" + (1995 + random.nextInt(10));
    }

    private String moved() {
        List<String> fields = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            fields.add("\"shopId\":\"S%d\"".formatted(random.nextInt(SHOPS)));
        }
        if (random.nextInt(3) == 0) {
            fields.add("\"chain\":\"%s\"".formatted(random.nextBoolean() ? "S0" : "S1"));
        }
        if (random.nextInt(3) > 0) {
            fields.add("\"w\":" + (random.nextInt(9) - 3));
            fields.add("\"x\":%d.%d".formatted(random.nextInt(20), random.nextInt(100)));
        }
        if (random.nextInt(3) > 0) {
            fields.add("\"m\":{\"amount\":\"%d.%02d\",\"currency\":\"EUR\"}"
                    .formatted(random.nextInt(50), random.nextInt(100)));
        }
        return String.join(",", fields);
    }

    private void add(String id, String type, String subject, Instant time, Instant known, String data) {
        lines.add("""
            {"specversion":"1.0","id":"%s","source":"s","type":"%s","subject":"%s","time":"%s","recordedtime":"%s",\
            "data":{%s}}""".formatted(id, type, subject, time, known, data));
    }
}
