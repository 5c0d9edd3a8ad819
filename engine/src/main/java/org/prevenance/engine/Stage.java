package org.prevenance.engine;

import java.util.BitSet;
import java.util.List;

/// One pass over the subjects of some groups.
///
/// @param plan     what is judged and published in it
/// @param groups   numbers of the groups of kinds whose subjects it looks at (see [Stages#groups])
/// @param gathered ordinals of the indicators that are rolled up when it is over
public record Stage(Plan plan, BitSet groups, List<Integer> gathered) {
    public Stage {
        groups = (BitSet) groups.clone();
        gathered = List.copyOf(gathered);
    }

    @Override
    public BitSet groups() {
        return (BitSet) groups.clone();
    }
}
