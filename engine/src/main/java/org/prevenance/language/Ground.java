package org.prevenance.language;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.text.Mistakes;
import org.prevenance.vocabulary.Vocabulary;

/// What all expressions of all playbooks are compiled against.
///
/// @param slotsRead for each event type, the slots that expressions read; grows while compiling
record Ground(
        Vocabulary vocabulary,
        Symbols symbols,
        Subjects subjects,
        ZoneDays days,
        Mistakes mistakes,
        List<BitSet> slotsRead) {
    Ground(Vocabulary vocabulary, Symbols symbols, Subjects subjects, ZoneDays days, Mistakes mistakes) {
        this(
                vocabulary,
                symbols,
                subjects,
                days,
                mistakes,
                Stream.generate(BitSet::new).limit(vocabulary.types().size()).toList());
    }
}
