package org.prevenance.measure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prevenance.signal.Harm;

/// A case with what became of it.
///
/// @param customer  the person behind it, or its subject where there is none: what is drawn again and again for
/// intervals
/// @param closed    null while it stood open at the end
/// @param isJudged  whether it opened so long before the end that what it foretold had time to come
/// @param calls     whether its signal has an adviser call
/// @param harm      as last told
/// @param prevented what of it would not have come about had it been settled by the deadline of its call; null where
///                  there is no harm or no call
public record JudgedCase(
        String signal,
        String subject,
        String customer,
        Instant opened,
        @Nullable Instant closed,
        boolean isJudged,
        Verdict verdict,
        boolean calls,
        @Nullable Harm harm,
        @Nullable Harm prevented) {}
