package org.prevenance.playbook;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.Vocabulary;

/// All loaded playbooks, checked and compiled together: what the engine runs. Immutable but for its growing tables of
/// symbols and subjects, which are thread-safe; shared by threads.
///
/// @param zone      where days begin and end
/// @param symbols   the texts that expressions compare with; readers of events intern into the same table
/// @param subjects  the subjects that readers of events name
/// @param playbooks  in order of name
/// @param indicators by ordinal; each reads only those before it
/// @param signals    by ordinal
/// @param controls   by ordinal
/// @param slotsRead for each event type, by ordinal, the slots that some expression reads; others need not be kept
public record Program(
        Vocabulary vocabulary,
        ZoneId zone,
        Symbols symbols,
        Subjects subjects,
        List<Playbook> playbooks,
        List<Indicator> indicators,
        List<Signal> signals,
        List<Control> controls,
        List<BitSet> slotsRead) {
    public Program {
        playbooks = List.copyOf(playbooks);
        indicators = List.copyOf(indicators);
        signals = List.copyOf(signals);
        controls = List.copyOf(controls);
        slotsRead = List.copyOf(slotsRead);
    }
}
