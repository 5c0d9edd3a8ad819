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
/// @param broadcastKinds kinds of subject whose events every island may need: they are kept apart, in
///                       [EventLog#shared], and put no subjects on one island
/// @param oneIsland      whether all other events are one island
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
        BitSet broadcastKinds,
        boolean oneIsland,
        int threads,
        long until,
        RowOpener rows) {
    public ReadPlan {
        slotsRead = List.copyOf(slotsRead);
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
            BitSet broadcastKinds,
            boolean oneIsland,
            int threads,
            long until) {
        this(
                vocabulary,
                symbols,
                subjects,
                slotsRead,
                zone,
                joins,
                broadcastKinds,
                oneIsland,
                threads,
                until,
                RowOpener.NONE);
    }
}
