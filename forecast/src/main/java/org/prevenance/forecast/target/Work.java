package org.prevenance.forecast.target;

/// Is told how far the work has come.
@FunctionalInterface
public interface Work {
    Work SILENT = (stage, share) -> {};

    /// @param stage what is being done, in English, in a few words
    /// @param share of it that is done, 0 to 1
    void at(String stage, double share);
}
