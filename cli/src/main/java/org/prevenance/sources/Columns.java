package org.prevenance.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.sources.Mapping.EventMapping;

/// The columns that a mapping reads.
final class Columns {
    private Columns() {}

    /// By order of use; a column may be there more than once.
    static List<String> of(EventMapping event) {
        List<String> columns = new ArrayList<>();
        add(columns, event.type());
        add(columns, event.id());
        add(columns, event.source());
        add(columns, event.subject());
        add(columns, event.time());
        add(columns, event.known());
        add(columns, event.corrects());
        add(columns, event.retracts());
        event.when().forEach(condition -> columns.add(condition.column()));
        add(columns, event.data().values());
        if (event.json() != null) {
            columns.add(event.json());
        }
        return columns;
    }

    static List<String> of(FieldSource source) {
        List<String> columns = new ArrayList<>();
        add(columns, List.of(source));
        return columns;
    }

    private static void add(List<String> columns, Collection<FieldSource> sources) {
        for (FieldSource source : sources) {
            switch (source) {
                case FieldSource.Single single -> add(columns, single.value());
                case FieldSource.Money money -> {
                    add(columns, money.amount());
                    add(columns, money.currency());
                }
                case FieldSource.Split split -> add(columns, split.value());
                case FieldSource.Items items -> items.items().forEach(item -> add(columns, item.values()));
            }
        }
    }

    private static void add(List<String> columns, @Nullable Value value) {
        if (value != null) {
            columns.addAll(value.columns());
        }
    }
}
