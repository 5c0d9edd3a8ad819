package org.prevenance.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.judge.Watch;

/// A made network of four stations over twelve weeks. Arrivals are foreseen well at departure, somewhat two hours
/// before, and no better than the timetable the day before; Brest is too small. On 10 November all trains get another
/// platform and another minute.
final class SampleJudged {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final List<Label> HORIZONS = List.of(
            new Label("gate", "au départ", "at departure"),
            new Label("2h", "2 heures avant", "2 hours before"),
            new Label("1d", "la veille", "the day before"));
    private static final List<String> STATIONS = List.of("Brest", "Lyon Part-Dieu", "Nantes", "Paris Montparnasse");
    private static final double[] BLUR = {4, 9, 30};

    private SampleJudged() {}

    static List<Judged> twoForecasts() {
        return List.of(
                Judged.of(new Label("arrival", "Retard à l’arrivée", "Delay on arrival"), arrivals()),
                Judged.of(new Label("platform", "Voie d’arrivée", "Platform of arrival"), platforms()));
    }

    static Trial arrivals() {
        var random = new Random(7);
        Trial trial = new Trial(
                "arrival",
                Scale.Minutes.ARRIVAL,
                List.of(Label.FORECAST, Label.PROMISE, Label.ESTIMATE, Label.PERSISTENCE, Label.HISTORY),
                HORIZONS);
        for (int day = 0; day < 84; day++) {
            LocalDate date = FIRST.plusDays(day);
            double storm = day % 17 == 5 ? 25 : 0;
            for (int train = 0; train < 60; train++) {
                int station = train % 20 == 0 && day < 10 ? 0 : 1 + train % 3;
                double late = Math.max(-5, storm + train % 13 - 3 + random.nextGaussian() * 8);
                boolean changed = day >= 70;
                plan(trial, date, train, changed ? train + 3 : train);
                for (int horizon = 0; horizon < 3; horizon++) {
                    double blur = BLUR[horizon] * (station == 2 ? 3 : 1);
                    double said = late + random.nextGaussian() * blur;
                    double estimate = horizon == 2 || train % 4 == 0 ? Double.NaN : late + random.nextGaussian() * 9;
                    trial.add(0, date, HORIZONS.get(horizon).name(), STATIONS.get(station), late, new double[] {
                                said, 0, estimate, storm / 2 + random.nextGaussian() * 4, train % 13 - 3
                            })
                            .interval(said - 1.2 * blur, said + 1.2 * blur)
                            .away(horizon == 0 ? train % 20 : 120)
                            .probability(Math.clamp((said - 5) / 25, 0.02, 0.97));
                    trial.watch().answered(date.toEpochDay(), Math.abs(said - late), Math.abs(late));
                    trial.watch().covered(date.toEpochDay(), said - 1.2 * blur <= late && late <= said + 1.2 * blur);
                }
            }
        }
        return trial;
    }

    private static Trial platforms() {
        var random = new Random(8);
        Trial trial = new Trial(
                "platform",
                Scale.Choice.PLATFORM,
                List.of(Label.FORECAST, Label.HISTORY.said("la dernière voie vue", "the platform seen last")),
                List.of(HORIZONS.get(1)));
        for (int day = 0; day < 84; day++) {
            for (int train = 0; train < 60; train++) {
                int platform = (train + (day >= 70 ? 3 : 0)) % 9;
                boolean sure = random.nextDouble() < 0.8;
                boolean right = random.nextDouble() < (sure ? 0.99 : 0.7);
                boolean last = random.nextDouble() < 0.9;
                trial.add(0, FIRST.plusDays(day), "2h", STATIONS.get(1 + train % 3), platform, new double[] {
                            right ? platform : platform + 1, last ? platform : platform + 2
                        })
                        .probability(sure ? 0.95 + random.nextDouble() * 0.05 : 0.55 + random.nextDouble() * 0.3);
                plan(trial, FIRST.plusDays(day), train, platform);
                trial.watch().answered(FIRST.plusDays(day).toEpochDay(), right ? 0 : 1, last ? 0 : 1);
            }
        }
        return trial;
    }

    /// A train's plan is known the day before.
    private static void plan(Trial trial, LocalDate date, int train, int habit) {
        long day = date.toEpochDay();
        trial.watch().planned(day - 1, day << 8 | train, day, Watch.habit(train, habit));
    }
}
