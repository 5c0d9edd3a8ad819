package org.prevenance.sources;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.intake.EventDraft;
import org.prevenance.intake.EventReader;
import org.prevenance.vocabulary.Vocabulary;

/// What the events of a file are made for.
///
/// @param wanted for each event type, by ordinal, the slots to keep
/// @param zone   of dates and times that name none
record Target(Vocabulary vocabulary, Symbols symbols, Subjects subjects, List<BitSet> wanted, ZoneId zone) {
    EventDraft draft() {
        return new EventDraft(vocabulary, symbols, subjects, wanted, zone);
    }

    EventReader reader() {
        return new EventReader(vocabulary, symbols, subjects, wanted, zone);
    }
}
