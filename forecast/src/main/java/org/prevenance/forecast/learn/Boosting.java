package org.prevenance.forecast.learn;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/// Gradient boosting of decision trees by LightGBM (Ke et al., *LightGBM: A Highly Efficient Gradient Boosting Decision
/// Tree*, 2017). The same rows, settings and library give the same model, on one thread or several. Holds native
/// memory: to be closed.
public final class Boosting implements AutoCloseable {
    /// As written into provenance.
    public static final String LIBRARY = "LightGBM 4.3.0 (lightgbm4j 4.3.0-1)";

    private final LGBMBooster booster;
    private final int columns;
    private final int threads;

    private Boosting(LGBMBooster booster, int columns, int threads) {
        this.booster = booster;
        this.columns = columns;
        this.threads = threads;
    }

    /// What is learnt about the number that is foretold.
    public sealed interface Aim {
        /// Its middle: half of the errors are on each side, which makes the mean absolute error least.
        record Middle() implements Aim {}

        /// A quantile, 0 to 1.
        record Quantile(double share) implements Aim {}

        /// The probability that it is 1 and not 0.
        record Probability() implements Aim {}
    }

    /// How it learns.
    ///
    /// @param rate      how much of each tree counts
    /// @param leaves    of each tree at most
    /// @param minRows   in each leaf at least
    /// @param factShare share of the facts that each tree may look at
    /// @param rowShare  share of the rows that each tree learns from
    public record Settings(
            int trees,
            double rate,
            int leaves,
            int minRows,
            double factShare,
            double rowShare,
            long seed,
            int threads) {
        /// All that the model depends on.
        public String words() {
            return "%d trees at %s, %d leaves of %d rows, facts %s, rows %s"
                    .formatted(trees, rate, leaves, minRows, factShare, rowShare);
        }
    }

    /// Learns.
    ///
    /// @param matrix     the facts row by row; NaN where not known
    /// @param labels     what came true, one for each row
    /// @param categories numbers of the columns that hold codes of names, from 0 up
    /// @param progress   is told the share that is done
    public static Boosting learn(
            float[] matrix,
            float[] labels,
            List<Integer> categories,
            Aim aim,
            Settings settings,
            DoubleConsumer progress) {
        NativeLibrary.load();
        int columns = matrix.length / Math.max(1, labels.length);
        String parameters = parameters(aim, settings, categories);
        try (LGBMDataset data = LGBMDataset.createFromMat(matrix, labels.length, columns, true, parameters, null)) {
            data.setField("label", labels);
            LGBMBooster booster = LGBMBooster.create(data, parameters);
            for (int tree = 0; tree < settings.trees(); tree++) {
                progress.accept((double) tree / settings.trees());
                if (booster.updateOneIter()) {
                    break; // no tree can make it better
                }
            }
            byte[] model = bytes(booster);
            booster.close();
            return load(model, columns, settings.threads());
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not learn: " + e.getMessage(), e);
        }
    }

    private static String parameters(Aim aim, Settings settings, List<Integer> categories) {
        String objective = switch (aim) {
            case Aim.Middle() -> "objective=regression_l1";
            case Aim.Quantile(double share) -> "objective=quantile alpha=" + share;
            case Aim.Probability() -> "objective=binary";
        };
        return String.format(
                Locale.ROOT,
                "%s learning_rate=%s num_leaves=%d min_data_in_leaf=%d feature_fraction=%s bagging_fraction=%s"
                        + " bagging_freq=%d seed=%d deterministic=true force_row_wise=true num_threads=%d verbosity=-1"
                        + " max_bin=255 cat_smooth=20 min_data_per_group=100 metric=none%s",
                objective,
                settings.rate(),
                settings.leaves(),
                settings.minRows(),
                settings.factShare(),
                settings.rowShare(),
                settings.rowShare() < 1 ? 1 : 0,
                settings.seed(),
                settings.threads(),
                categories.isEmpty()
                        ? ""
                        : " categorical_feature="
                                + categories.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /// Reads what [#bytes] gave.
    ///
    /// @param columns how many facts it was learnt from
    public static Boosting load(byte[] model, int columns, int threads) {
        NativeLibrary.load();
        try {
            return new Boosting(
                    LGBMBooster.loadModelFromString(new String(model, StandardCharsets.UTF_8)), columns, threads);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot read this model: " + e.getMessage(), e);
        }
    }

    /// The trees, in LightGBM's own text format.
    public byte[] bytes() {
        try {
            return bytes(booster);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot write this model: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(LGBMBooster booster) throws LGBMException {
        // the model does not depend on the number of threads, but its text would tell it
        return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN)
                .replaceFirst("\\[num_threads: \\d+]", "[num_threads: 0]")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// What is foretold for each row.
    public double[] predict(float[] matrix) {
        if (matrix.length == 0) {
            return new double[0];
        }
        try {
            return booster.predictForMat(
                    matrix,
                    matrix.length / columns,
                    columns,
                    true,
                    PredictionType.C_API_PREDICT_NORMAL,
                    "num_threads=" + threads);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not foretell: " + e.getMessage(), e);
        }
    }

    /// How much each fact did for the model, by its number: the sum of what its splits gained.
    public double[] gains() {
        try {
            return booster.featureImportance(0, LGBMBooster.FeatureImportanceType.GAIN);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot tell the gains: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            booster.close();
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not let go: " + e.getMessage(), e);
        }
    }
}
