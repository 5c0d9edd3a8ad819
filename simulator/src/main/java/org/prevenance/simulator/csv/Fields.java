package org.prevenance.simulator.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The `data` of an event in `sources.yaml`: which of a table's columns each type takes.
final class Fields {
    /// Of tables that hold several types, the fields of each; a table of one type takes all its columns.
    private static final Map<String, Set<String>> OF_TYPE = Map.ofEntries(
            Map.entry(
                    "contract.started",
                    Set.of("customerId", "product", "offerId", "monthly", "commitmentEnds", "tariff")),
            Map.entry("contract.changed", Set.of("monthly", "offerId", "tariff", "reason")),
            Map.entry("contract.ended", Set.of("reason")),
            Map.entry("device.installed", Set.of("contractId", "model", "category")),
            Map.entry("equipment.returned", Set.of("contractId", "pointId", "reason")),
            Map.entry("bill.issued", Set.of("bill", "amount", "from", "to", "estimated", "lines")),
            Map.entry("bill.paid", Set.of("bill", "amount")),
            Map.entry("refund.issued", Set.of("bill", "amount")),
            Map.entry(
                    "contact.received",
                    Set.of(
                            "contact",
                            "channel",
                            "text",
                            "topic",
                            "product",
                            "contractId",
                            "pointId",
                            "announcedSeconds")),
            Map.entry("contact.answered", Set.of("contact", "waitSeconds", "agentId", "pointId")),
            Map.entry("contact.abandoned", Set.of("contact", "waitSeconds", "pointId")),
            Map.entry("contact.closed", Set.of("contact", "solved", "transfers", "minutes")));

    private Fields() {}

    static void write(String type, List<Column> columns, StringBuilder yaml) {
        Set<String> taken = OF_TYPE.get(type);
        Map<String, List<Column>> items = new TreeMap<>();
        yaml.append("        data:\n");
        for (Column column : columns) {
            String field = column.field();
            if (field.isEmpty() || Set.of("corrects", "retracts").contains(field)) {
                continue;
            }
            String list = field.contains(".") ? field.substring(0, field.indexOf('.')) : "";
            if (taken != null && !taken.contains(list.isEmpty() ? field : list)) {
                continue;
            }
            if (list.isEmpty()) {
                yaml.append("          %s: %s\n".formatted(field, value(column)));
            } else {
                String item = field.substring(0, field.lastIndexOf('.'));
                items.computeIfAbsent(item, _ -> new ArrayList<>()).add(column);
            }
        }
        if (!items.isEmpty()) {
            String list = items.keySet().iterator().next();
            yaml.append("          %s:\n".formatted(list.substring(0, list.indexOf('.'))));
            items.values().forEach(parts -> item(parts, yaml));
        }
    }

    private static void item(List<Column> parts, StringBuilder yaml) {
        List<String> pairs = parts.stream()
                .map(part -> part.field().substring(part.field().lastIndexOf('.') + 1) + ": " + value(part))
                .toList();
        yaml.append("            - {").append(String.join(", ", pairs)).append("}\n");
    }

    private static String value(Column column) {
        return column.kind() == Column.Kind.MONEY
                ? "{money: \"%s\", currency: EUR}".formatted(column.header())
                : "\"%s\"".formatted(column.header());
    }
}
