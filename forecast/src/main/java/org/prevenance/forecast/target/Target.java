package org.prevenance.forecast.target;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.ModelFile;

/// One thing that is foretold, as declared: what `forecast train`, `judge` and `predict` ask of it. What stands for
/// what is in `Forecasts`; it is told apart there by [Declaration.Kind], since a sealed type and what it permits would
/// have to share one package.
///
/// All instants are microseconds since 1970. Nothing here reads a clock or a file.
public interface Target {
    Declaration declaration();

    /// Names of the event types that it reads. Those that no pack declares are passed over.
    Set<String> reads();

    /// Learns from what was known by `until`, and judges itself on the last part of that time, which it did not learn
    /// from for that purpose.
    ///
    /// @throws NotForetold where there is too little to learn from, or where a fact reads what was not yet known
    ModelFile train(Chronicle chronicle, Origin origin, long until, Work work);

    /// Asks all questions of a time, and says what each method answered.
    ///
    /// @param span  questions asked from its start until before its end
    /// @param model that was trained on what was known before the span; null: learn from what was known by its start
    /// @throws NotForetold as [#train], or where the model knows more than what was known by the start of the span
    Trial judge(Chronicle chronicle, Span span, @Nullable ModelFile model, Work work);

    /// The forecasts to be made during a span, each at its instant and with what was known then, of what the judge
    /// allows and the watch does not silence; in the order of these instants. Who asks once a minute asks for the last
    /// minute. The watch looks at all plans of the chronicle, and at all that was asked since the model was learnt,
    /// also
    /// before the span: so the span changes no silence.
    Predicted predict(Chronicle chronicle, ModelFile model, Span span, Work work);

    /// From where the chronicle comes.
    ///
    /// @param source  name of the folder, without its path
    /// @param licence of the data; null where nobody said
    record Origin(String source, @Nullable String licence) {}

    /// @param from  first instant of it
    /// @param until first instant after it
    record Span(long from, long until) {
        public boolean holds(long instant) {
            return instant >= from && instant < until;
        }
    }
}
