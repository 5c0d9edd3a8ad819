package org.prevenance.forecast.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often a method foretold an arrival accurately, by [EtaBucket].
///
/// @param buckets in the order of [EtaBucket]
/// @param overall plain mean of the four shares; null where one of them has none
public record Eta(
        Label method, List<Share> buckets, @Nullable Figure overall) {
    public Eta {
        buckets = List.copyOf(buckets);
    }

    /// @param accurate null where there was no prediction
    public record Share(
            EtaBucket bucket, long predictions, @Nullable Figure accurate) {}
}
