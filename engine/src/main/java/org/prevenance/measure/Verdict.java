package org.prevenance.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;
import org.prevenance.measure.Word.Says;

/// What became of a case, and by what it is known.
///
/// @param word     what decided; null where nothing is known
/// @param leadDays calendar days from the opening to the first complaint after it; null where there was none, or one
///                 before
public record Verdict(
        Fate fate, @Nullable Word word, @Nullable Integer leadDays) {
    private static final Verdict NOTHING_KNOWN = new Verdict(Fate.UNCONFIRMED, null, null);

    /// Judges the cases of one signal for one subject.
    ///
    /// An adviser's word is about the case opened last before it; it counts more than anything else. Otherwise a
    /// complaint from before the opening makes the case too late, unless an earlier case preceded that complaint.
    ///
    /// @param spells in order of opening
    /// @param words  that concern the subject, in order of time
    /// @return one for each case
    public static List<Verdict> of(List<Spell> spells, List<Word> words, ZoneDays days) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < spells.size(); i++) {
            long next = i + 1 < spells.size() ? spells.get(i + 1).opened() : Long.MAX_VALUE;
            verdicts.add(of(spells.get(i), next, spells.subList(0, i), words, days));
        }
        return verdicts;
    }

    private static Verdict of(Spell spell, long next, List<Spell> earlier, List<Word> words, ZoneDays days) {
        Word adviser = null;
        Word before = null;
        Word complaint = null;
        Word proof = null;
        for (Word word : words) {
            boolean after = spell.precedes(word, days);
            switch (word.says()) {
                case TRUE_CASE, FALSE_CASE -> adviser = after && word.time() <= next ? word : adviser;
                case PROOF -> proof = proof == null && after ? word : proof;
                case COMPLAINT -> {
                    complaint = complaint == null && after ? word : complaint;
                    boolean surprise = before == null
                            && spell.follows(word, days)
                            && earlier.stream().noneMatch(one -> one.precedes(word, days));
                    before = surprise ? word : before;
                }
            }
        }
        if (adviser != null && adviser.says() == Says.FALSE_CASE) {
            return new Verdict(Fate.FALSE_ALARM, adviser, null);
        }
        if (before != null) {
            return new Verdict(Fate.TOO_LATE, before, null);
        }
        if (complaint != null) {
            return new Verdict(Fate.CONFIRMED, complaint, spell.daysUntil(complaint, days));
        }
        Word proven = adviser != null ? adviser : proof;
        return proven == null ? NOTHING_KNOWN : new Verdict(Fate.CONFIRMED, proven, null);
    }
}
