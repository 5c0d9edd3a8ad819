package org.prevenance.wording;

import java.util.HashMap;
import java.util.Map;

/// Months and days of the week in French and English.
final class Calendar {
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> WEEKDAYS = new HashMap<>();

    static {
        put(MONTHS, "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre");
        put(MONTHS, "january february march april may june july august september october november december");
        put(MONTHS, "jan feb mar apr - jun jul aug sep oct nov dec");
        put(WEEKDAYS, "lundi mardi mercredi jeudi vendredi samedi dimanche");
        put(WEEKDAYS, "lundis mardis mercredis jeudis vendredis samedis dimanches");
        put(WEEKDAYS, "monday tuesday wednesday thursday friday saturday sunday");
        put(WEEKDAYS, "mondays tuesdays wednesdays thursdays fridays saturdays sundays");
        put(WEEKDAYS, "mon tue wed thu fri sat sun");
    }

    private Calendar() {}

    private static void put(Map<String, Integer> into, String words) {
        String[] all = words.split(" ");
        for (int i = 0; i < all.length; i++) {
            into.put(all[i], i + 1);
        }
    }

    /// 1 to 12; 0 for other words.
    static int month(Token token) {
        return token.isWord() ? MONTHS.getOrDefault(token.text(), 0) : 0;
    }

    /// 1 (Monday) to 7; 0 for other words.
    static int weekday(Token token) {
        return token.isWord() ? WEEKDAYS.getOrDefault(token.text(), 0) : 0;
    }
}
