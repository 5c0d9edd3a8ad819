package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;
import org.prevenance.signal.Case;

/// A subject that has no amounts of its own tells what it read of others in their currency.
class CurrencyAcrossStagesTest {
    private static final String ITEMS = """
        playbook: test/items
        about: item
        indicators:
          shop_now: {last: event.shopId, of: item.moved, purpose: test}
          m:        {last: event.m, of: item.moved, purpose: test}
        """;
    private static final String SHOPS = """
        playbook: test/shops
        about: shop
        indicators:
          total: {gather: sum, of: item, value: m, by: shop_now}
        signals:
          full:
            when: total > money("0")
            harm: total * 2
            because: {fr: "{total}", en: "{total}"}
          fined:
            when: total > money("0")
            harm: money("5")
            because: {fr: "{total}", en: "{total}"}
        """;
    private static final String NEIGHBOURS = """
        playbook: test/neighbours
        about: item
        indicators:
          own:     {last: event.m, of: item.moved, purpose: test}
          home:    {last: event.shopId, of: item.moved, purpose: test}
          around:  {read: total, of: shop, id: home}
        signals:
          alone:
            when: around > money("0") && !has(own)
            harm: around
            because: {fr: "{around}", en: "{around}"}
        """;

    @Test
    void an_amount_read_of_another_subject_keeps_its_currency_through_all_stages() {
        World world = World.of(ShopLives.VOCABULARY, List.of(ITEMS, SHOPS, NEIGHBOURS));
        List<Event> events = world.events(List.of(
                moved("e1", "item/I1", "{\"shopId\":\"S1\",\"m\":{\"amount\":\"20.00\",\"currency\":\"CHF\"}}"),
                moved("e2", "item/I2", "{\"shopId\":\"S1\",\"w\":1}")));

        List<String> told = world
                .judge(new Published(world.stages), events, ZoneDays.micros(Instant.parse("2025-02-01T00:00:00Z")))
                .stream()
                .sorted(Comparator.comparing(Case::signal))
                .map(one ->
                        one.signal() + " " + one.subject() + " " + one.harm().amount() + " "
                                + one.harm().currency() + ", " + one.because().en())
                .toList();

        assertEquals(
                List.of(
                        "test/alone item/I2 20.00 CHF, CHF\u00a020.00",
                        "test/fined shop/S1 5.00 CHF, CHF\u00a020.00",
                        "test/full shop/S1 40.00 CHF, CHF\u00a020.00"),
                told);
    }

    private static String moved(String id, String subject, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"s\",\"type\":\"item.moved\",\"subject\":\"%s\",\"time\":\"2025-01-02T08:00:00Z\",\"data\":%s}"
                .formatted(id, subject, data);
    }
}
