package org.prevenance.wording;

import java.util.List;
import java.util.Set;

/// What a sentence, or half of it, says: what it is about, and whether it affirms or denies.
///
/// @param content    the concepts that it is about, without its conditions
/// @param charge     1: there is something to pay, -1: nothing, 0: not said
/// @param must       1: it has to be, -1: it has not, 0: not said
/// @param plain      1: it is so or can be so, -1: it is not or cannot be
/// @param everything whether it says that there is no exception
/// @param start      where it begins in the text, and `end` where it ends
record Statement(
        Set<String> content,
        int charge,
        int must,
        int plain,
        boolean everything,
        List<Condition> conditions,
        int start,
        int end) {

    enum Restriction {
        ONLY,
        EXCEPT,
        PROVIDED
    }

    /// @param scope the concepts for which alone, or for which not, the statement holds
    record Condition(Restriction restriction, Set<String> scope, int start, int end) {}
}
