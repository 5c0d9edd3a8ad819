package org.prevenance.sources;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.files.RowSink;
import org.prevenance.intake.Scalars;
import org.prevenance.sources.Mapping.EventMapping;
import org.prevenance.vocabulary.EventType;

/// Fills events straight from the columns of a Parquet file that already are an event's, without making texts: types,
/// subjects and other repeated texts are looked up once for each entry of a dictionary.
///
/// It only takes rows that are right beyond doubt and leaves all others to [RowMapper], so that both admit and refuse
/// the same. Not thread-safe.
final class ParquetEvents {
    private static final int UNSEEN = -2;
    private static final long LATEST_BEFORE_KNOWN = Raw.DAY;

    private final Target target;
    private final int urn;
    private final List<Leaf> columns;
    private final Map<String, FieldSource> data;
    private final Event event = new Event();
    private final int id;
    private final int type;
    private final int subject;
    private final int time;
    private final int source;
    private final int known;
    private final int[] standing;
    private final Map<String, ColumnPlan> plans = new HashMap<>();

    private final EntryNumbers subjectNumbers;
    private List<ColumnValues> group = List.of();
    private @Nullable ColumnPlan[] planOfEntry = new ColumnPlan[0];
    private int[] subjectOfEntry = new int[0];
    private int[] sourceOfEntry = new int[0];

    private ParquetEvents(EventMapping mapping, List<Leaf> columns, String urn, Target target) {
        this.target = target;
        this.subjectNumbers = new EntryNumbers(target.subjects()::of);
        this.urn = target.symbols().of(urn);
        this.columns = columns;
        this.data = mapping.data();
        this.id = column("id");
        this.type = column("type");
        this.subject = column("subject");
        this.time = column("time");
        this.source = column("source");
        this.known = column("recordedtime");
        this.standing = IntStream.of(column("corrects"), column("retracts"))
                .filter(column -> column >= 0)
                .toArray();
    }

    /// Null where the envelope's columns are not texts and times, or the data is JSON.
    static @Nullable ParquetEvents of(EventMapping mapping, List<Leaf> columns, String urn, Target target) {
        ParquetEvents events = new ParquetEvents(mapping, columns, urn, target);
        boolean texts = events.isText(events.id)
                && events.isText(events.type)
                && events.isText(events.subject)
                && (events.source < 0 || events.isText(events.source));
        boolean times = events.isTime(events.time) && (events.known < 0 || events.isTime(events.known));
        return texts && times && mapping.json() == null ? events : null;
    }

    private boolean isText(int column) {
        return column >= 0
                && columns.get(column).kind() == Leaf.Kind.TEXT
                && columns.get(column).lists() == 0;
    }

    private boolean isTime(int column) {
        if (column < 0 || columns.get(column).lists() > 0) {
            return false;
        }
        Leaf leaf = columns.get(column);
        return leaf.kind() == Leaf.Kind.TEXT || (leaf.kind() == Leaf.Kind.TIMESTAMP && leaf.utc());
    }

    private int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// Goes on to the rows of this row group.
    void start(List<ColumnValues> next) {
        group = next;
        planOfEntry = new ColumnPlan[next.get(type).entries];
        subjectOfEntry = unseen(next.get(subject));
        sourceOfEntry = source < 0 ? new int[0] : unseen(next.get(source));
        plans.values().forEach(plan -> plan.start(next));
    }

    private static int[] unseen(ColumnValues column) {
        int[] entries = new int[column.entries];
        Arrays.fill(entries, UNSEEN);
        return entries;
    }

    /// Gives the event in this row to the sink; false where the row needs a closer look.
    boolean give(int row, long line, RowSink sink) {
        ColumnPlan plan = plan(row);
        if (plan == null || !fillEnvelope(plan, row) || !plan.fill(event, row)) {
            return false;
        }
        sink.admitted(event, line);
        return true;
    }

    private @Nullable ColumnPlan plan(int row) {
        ColumnValues types = group.get(type);
        int entry = types.ids[row];
        if (entry < 0) {
            return null;
        }
        ColumnPlan plan = planOfEntry[entry];
        if (plan == null) {
            String name = String.valueOf(types.text(row));
            EventType declared = target.vocabulary().type(name);
            if (declared == null) {
                return null;
            }
            plan = plans.get(name);
            if (plan == null) {
                plan = new ColumnPlan(declared, data, columns, target);
                plan.start(group);
                plans.put(name, plan);
            }
            planOfEntry[entry] = plan;
        }
        return plan;
    }

    private boolean fillEnvelope(ColumnPlan plan, int row) {
        int about = subject(row);
        int from = source(row);
        long at = instant(time, row);
        long recorded = known < 0 ? Raw.ABSENT : instant(known, row);
        boolean recordedIsBad =
                known >= 0 && recorded == Raw.ABSENT && !group.get(known).isNull(row);
        ColumnValues ids = group.get(id);
        int entry = ids.ids[row];
        if (about < 0
                || from < 0
                || at == Raw.ABSENT
                || recordedIsBad
                || entry < 0
                || ids.lengths[entry] == 0
                || !plan.isAbout(target.subjects().kind(about))
                || isCorrectionOrRetraction(row)
                || (recorded != Raw.ABSENT && at - recorded > LATEST_BEFORE_KNOWN)) {
            return false;
        }
        event.clear(plan.type());
        event.subject(about);
        event.source(from);
        event.id(ids.buffer, ids.starts[entry], ids.lengths[entry]);
        event.times(at, recorded == Raw.ABSENT ? at : recorded);
        return true;
    }

    private boolean isCorrectionOrRetraction(int row) {
        for (int i = 0; i < standing.length; i++) {
            if (!group.get(standing[i]).isNull(row)) {
                return true;
            }
        }
        return false;
    }

    private int subject(int row) {
        ColumnValues subjects = group.get(subject);
        int entry = subjects.ids[row];
        if (entry < 0) {
            return -1;
        }
        if (subjectOfEntry[entry] == UNSEEN) {
            subjectOfEntry[entry] = subjectNumbers.of(subjects.buffer, subjects.starts[entry], subjects.lengths[entry]);
        }
        return subjectOfEntry[entry];
    }

    private int source(int row) {
        if (source < 0) {
            return urn;
        }
        ColumnValues sources = group.get(source);
        int entry = sources.ids[row];
        if (entry < 0 || sources.lengths[entry] == 0) {
            return urn;
        }
        if (sourceOfEntry[entry] == UNSEEN) {
            sourceOfEntry[entry] = target.symbols().of(String.valueOf(sources.text(row)));
        }
        return sourceOfEntry[entry];
    }

    private long instant(int column, int row) {
        ColumnValues times = group.get(column);
        if (!times.isText()) {
            return times.longs[row];
        }
        int entry = times.ids[row];
        return entry < 0
                ? Raw.ABSENT
                : Scalars.instantMicros(times.buffer, times.starts[entry], times.starts[entry] + times.lengths[entry]);
    }
}
