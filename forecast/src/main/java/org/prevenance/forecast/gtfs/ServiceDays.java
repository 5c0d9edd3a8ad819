package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// On which days each service runs: `calendar.txt`, and what `calendar_dates.txt` adds and takes away. Days are
/// numbered
/// from 1970-01-01. Immutable once read.
final class ServiceDays {
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int THURSDAY = 3; // 1970-01-01

    /// A stretch of days on which a service runs each week.
    private record Span(int service, int from, int to, boolean[] week) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<BitSet> days = new ArrayList<>();
    private int base;

    static ServiceDays read(Tables tables, FeedSink sink) throws IOException {
        ServiceDays services = new ServiceDays();
        List<Span> spans = new ArrayList<>();
        IntList exceptions = new IntList();
        try (Table table = Table.open(tables, "calendar.txt", sink, "service_id", "start_date", "end_date")) {
            if (table != null) {
                services.readWeeks(table, spans);
            }
        }
        try (Table table = Table.open(tables, "calendar_dates.txt", sink, "service_id", "date", "exception_type")) {
            if (table != null) {
                services.readExceptions(table, exceptions);
            }
        }
        services.fill(spans, exceptions);
        return services;
    }

    private void readWeeks(Table table, List<Span> spans) {
        int id = table.column("service_id");
        int start = table.column("start_date");
        int end = table.column("end_date");
        int[] columns = WEEK.stream().mapToInt(table::column).toArray();
        while (table.next()) {
            int from = day(table, start, "start_date");
            int to = day(table, end, "end_date");
            if (from == FeedTime.NO_DAY || to == FeedTime.NO_DAY) {
                continue;
            }
            boolean[] week = new boolean[WEEK.size()];
            if (to < from) {
                table.refuse("end_date", "It lies before start_date.");
            } else if (readWeek(table, columns, week)) {
                spans.add(new Span(number(table.text(id)), from, to, week));
            }
        }
    }

    private static boolean readWeek(Table table, int[] columns, boolean[] week) {
        for (int i = 0; i < columns.length; i++) {
            String text = table.text(columns[i]);
            if (!text.equals("0") && !text.equals("1")) {
                table.refuse(WEEK.get(i), "Found \"" + text + "\", expected 1 (the service runs on this day) or 0.");
                return false;
            }
            week[i] = text.equals("1");
        }
        return true;
    }

    private void readExceptions(Table table, IntList exceptions) {
        int id = table.column("service_id");
        int date = table.column("date");
        int type = table.column("exception_type");
        while (table.next()) {
            int day = day(table, date, "date");
            String what = table.text(type);
            if (day == FeedTime.NO_DAY) {
                continue;
            }
            if (!what.equals("1") && !what.equals("2")) {
                table.refuse("exception_type", "Found \"" + what + "\", expected 1 (added) or 2 (taken away).");
                continue;
            }
            exceptions.add(number(table.text(id)));
            exceptions.add(day);
            exceptions.add(what.equals("1") ? 1 : 0);
        }
    }

    private static int day(Table table, int column, String name) {
        String text = table.text(column);
        int day = FeedTime.day(text);
        if (day == FeedTime.NO_DAY) {
            table.refuse(name, "Found \"" + text + "\", expected a day such as 20260329.");
        }
        return day;
    }

    private int number(String service) {
        return numbers.computeIfAbsent(service, unseen -> numbers.size());
    }

    private void fill(List<Span> spans, IntList exceptions) {
        base = Integer.MAX_VALUE;
        spans.forEach(span -> base = Math.min(base, span.from));
        for (int i = 0; i < exceptions.size(); i += 3) {
            base = Math.min(base, exceptions.get(i + 1));
        }
        numbers.forEach((service, number) -> days.add(new BitSet()));
        for (Span span : spans) {
            for (int day = span.from; day <= span.to; day++) {
                if (span.week[Math.floorMod(day + THURSDAY, WEEK.size())]) {
                    days.get(span.service).set(day - base);
                }
            }
        }
        for (int i = 0; i < exceptions.size(); i += 3) {
            days.get(exceptions.get(i)).set(exceptions.get(i + 1) - base, exceptions.get(i + 2) == 1);
        }
    }

    boolean isEmpty() {
        return days.stream().allMatch(BitSet::isEmpty);
    }

    /// The number of a service, or -1.
    int service(String id) {
        return numbers.getOrDefault(id, -1);
    }

    boolean runs(int service, int day) {
        return day >= base && days.get(service).get(day - base);
    }

    /// The first day from `day` on, and at most `last`, on which a service runs; [FeedTime#NO_DAY] where there is none.
    int next(int service, int day, int last) {
        int found = days.get(service).nextSetBit(Math.max(0, day - base));
        return found < 0 || found + base > last ? FeedTime.NO_DAY : found + base;
    }

    /// The first day on which any service runs.
    int first() {
        return days.stream()
                .filter(run -> !run.isEmpty())
                .mapToInt(run -> run.nextSetBit(0) + base)
                .min()
                .orElse(FeedTime.NO_DAY);
    }
}
