package org.prevenance.wording;

/// A word or phrase of a text with what it means here.
///
/// @param concept what it is about, the same for its synonyms in French and English; empty for words without content
/// @param first   the place of its first token, and `last` of its last one
record Vocable(Role role, String concept, int first, int last) {
    /// What a word does to the sentence around it.
    enum Role {
        CONTENT,
        /// Joins or fills: articles, pronouns, auxiliaries.
        FILLER,
        NOT,
        /// Nothing to pay, and something to pay.
        FREE,
        PAID,
        /// Something can be done, and cannot.
        ABLE,
        UNABLE,
        /// Something has to be done, and has not.
        MUST,
        OPTIONAL,
        ONLY,
        EXCEPT,
        PROVIDED,
        /// Without exception.
        ALL,
        YES,
        NO
    }

    /// The set of which only one can be meant at a time (`who`, `where`); empty: none.
    String set() {
        int slash = concept.indexOf('/');
        return slash < 0 ? "" : concept.substring(0, slash);
    }
}
