package org.prevenance.files;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// What an [EventLog] must know about events.
///
/// @param slotsRead      for each event type, by ordinal, the slots whose values are kept; all others are
///                       [org.prevenance.event.Raw#ABSENT] in the events handed out
/// @param zone           in which a date alone is a time
/// @param joins          whether an id field that is not a link puts the two subjects on one island; links always do
/// @param groups         by kind of subject, a number from 0: subjects of two groups are never on one island, and each
///                       group can be visited by itself
/// @param threads        that read, at least 1
/// @param until          events known after this instant (microseconds since 1970) are counted but not handed out
/// @param rows           reads CSV and Parquet files; it must fill the slots of links, and of the fields that `joins`
/// names, also
///                       where `slotsRead` leaves them out
public record ReadPlan(
        Vocabulary vocabulary,
        Symbols symbols,
        Subjects subjects,
        List<BitSet> slotsRead,
        ZoneId zone,
        BiPredicate<EventType, Field> joins,
        List<Integer> groups,
        int threads,
        long until,
        RowOpener rows) {
    public ReadPlan {
        slotsRead = List.copyOf(slotsRead);
        groups = List.copyOf(groups);
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread must read, not " + threads + ".");
        }
        if (slotsRead.size() != vocabulary.types().size()) {
            throw new IllegalArgumentException("The slots read are told for %d event types, but %d are declared."
                    .formatted(slotsRead.size(), vocabulary.types().size()));
        }
    }

    /// A plan for folders without CSV or Parquet files.
    public ReadPlan(
            Vocabulary vocabulary,
            Symbols symbols,
            Subjects subjects,
            List<BitSet> slotsRead,
            ZoneId zone,
            BiPredicate<EventType, Field> joins,
            List<Integer> groups,
            int threads,
            long until) {
        this(vocabulary, symbols, subjects, slotsRead, zone, joins, groups, threads, until, RowOpener.NONE);
    }

    /// The group of a subject.
    int group(int subject) {
        return groups.get(subjects.kind(subject));
    }
}
