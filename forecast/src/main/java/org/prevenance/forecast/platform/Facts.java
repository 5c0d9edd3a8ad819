package org.prevenance.forecast.platform;

import java.util.Arrays;
import java.util.List;
import org.prevenance.event.Raw;

/// The facts about each platform of a stop, for one question. Filled again and again. Not thread-safe.
final class Facts {
    /// How long a vehicle is thought to stand where a trip begins or ends.
    static final long STANDS = 8 * Raw.MINUTE;

    /// More platforms than a stop can have.
    static final int MOST = 64;

    private static final long APART = Raw.MINUTE;
    private static final long AROUND = 90 * Raw.MINUTE;
    private static final long LATE = 3 * Raw.MINUTE;
    private static final long ABOUT = 2 * Raw.HOUR;
    private static final long LATELY = 8 * Raw.HOUR;
    private static final double HALF_SLOT = 5;
    private static final double HALF_FAST = 3;
    private static final double HALF_SLOW = 12;
    private static final int STEADY = 10;
    /// A number that was seen no more often than this at its minute is young there.
    private static final int YOUNG = 3;

    private double[] values = new double[Fact.COUNT * 8];
    private double[] counts = new double[8];
    private int[] avoided = new int[8];
    private int[] used = new int[8];
    private final int[] rules = new int[Rule.COUNT];
    private int platforms;
    private Views views = Views.PLAIN;

    /// How many platforms the stop has, as far as known.
    int platforms() {
        return platforms;
    }

    double value(int platform, int fact) {
        return values[platform * Fact.COUNT + fact];
    }

    /// What each rule of thumb says; [Call#NONE] where it says nothing.
    int rule(Rule rule) {
        return rules[rule.ordinal()];
    }

    int[] rules() {
        return rules.clone();
    }

    private void put(int platform, Fact fact, double value) {
        values[platform * Fact.COUNT + fact.ordinal()] = value;
    }

    /// Looks at all platforms of the call's stop.
    ///
    /// @param at the instant of the question, microseconds since 1970
    /// @param seen how histories are looked at
    void look(Call call, int horizon, long at, Views seen) {
        views = seen;
        platforms = call.stop.platforms();
        if (platforms > counts.length) {
            values = new double[Fact.COUNT * platforms * 2];
            counts = new double[platforms * 2];
            avoided = new int[platforms * 2];
            used = new int[platforms * 2];
        }
        Arrays.fill(values, 0, platforms * Fact.COUNT, 0);
        rules(call, at);
        trust(call, horizon);
        counts(call, horizon);
        neighbours(call, at);
        uses(call, at);
    }

    private void rules(Call call, long at) {
        Habits habits = call.habits;
        set(Rule.SLOT_LAST, habits.slot().last(views.slot()));
        set(Rule.SLOT_SAME_KIND, habits.slot().last(views.slot(), call.weekend));
        set(Rule.SLOT_FREQUENT, frequent(habits.slot(), views.slot()));
        set(
                Rule.NUMBER_LAST,
                habits.slot().size(views.slot()) > 0
                        ? Call.NONE
                        : habits.number().last(views.number()));
        set(Rule.NUMBER_FREQUENT, frequent(habits.number(), views.number()));
        set(Rule.LINE_LAST, habits.line().last(views.line()));
        set(Rule.MINUTE_LAST, habits.minute().last(views.slot()));
        set(Rule.PUBLISHED, call.published);
        set(Rule.TURNED, call.begins() ? turned(call, at) : Call.NONE);
    }

    private void set(Rule rule, int platform) {
        rules[rule.ordinal()] = platform;
    }

    private int frequent(History history, View view) {
        Arrays.fill(counts, 0, platforms, 0);
        history.count(view, HALF_SLOT * 2, counts);
        int best = Call.NONE;
        for (int platform = 0; platform < platforms; platform++) {
            if (counts[platform] > 0 && (best == Call.NONE || counts[platform] > counts[best])) {
                best = platform;
            }
        }
        return best;
    }

    /// Where the vehicle stands that will go back: of the trains of this line that end here in time, the last one whose
    /// platform was said.
    private int turned(Call call, long at) {
        Call brings = null;
        for (Call other : around(call)) {
            boolean sameLine = other.trip.line == call.trip.line && other.trip != call.trip;
            if (sameLine && !other.cancelled && other.known() != Call.NONE && other.comes() <= call.leaves()) {
                if (other.ends()) {
                    brings = other;
                } else if (other.begins()
                        && other.departed != Raw.ABSENT
                        && brings != null
                        && other.known() == brings.known()) {
                    brings = null;
                }
            }
        }
        return brings == null || brings.comes() < at - AROUND ? Call.NONE : brings.known();
    }

    private static List<Call> around(Call call) {
        return call.stop.between(call.planned() - AROUND, call.planned() + AROUND / 3);
    }

    /// A rule that names a platform is worth the logarithm of its odds, over those of a platform drawn at random.
    private void trust(Call call, int horizon) {
        int[] steady = new int[2];
        call.habits.slot().steadiness(views.slot(), STEADY, steady);
        for (Rule rule : Rule.values()) {
            int named = rules[rule.ordinal()];
            if (named != Call.NONE) {
                double right = call.habits.trust().of(horizon, rule.ordinal());
                if (rule == Rule.SLOT_LAST || rule == Rule.SLOT_FREQUENT) {
                    right = (steady[0] + 5 * right) / (steady[0] + steady[1] + 5);
                }
                double odds = Math.log(right / (1 - right)) + Math.log(Math.max(1, platforms - 1));
                values[named * Fact.COUNT + rule.ordinal()] = Math.clamp(odds, -2, 8);
            }
        }
    }

    private void counts(Call call, int horizon) {
        int seen = call.habits.slot().size(views.slot());
        count(call.habits.slot(), views.slot(), HALF_SLOT, Fact.SLOT_COUNT);
        count(call.habits.line(), views.line(), HALF_FAST, Fact.LINE_COUNT_FAST);
        count(call.habits.line(), views.line(), HALF_SLOW, Fact.LINE_COUNT_SLOW);
        if (seen == 0) {
            again(Fact.NEW_LINE_COUNT_FAST, Fact.LINE_COUNT_FAST);
            again(Fact.NEW_LINE_COUNT_SLOW, Fact.LINE_COUNT_SLOW);
            again(Fact.NEW_PUBLISHED, Fact.PUBLISHED);
            again(Fact.NEW_LINE_LAST, Fact.LINE_LAST);
            again(Fact.NEW_MINUTE_LAST, Fact.MINUTE_LAST);
            again(Fact.NEW_NUMBER_FREQUENT, Fact.NUMBER_FREQUENT);
            fresh(call, horizon, Fact.NEW_FRESH_COUNT);
        } else if (seen <= YOUNG) {
            again(Fact.YOUNG_LINE_COUNT_FAST, Fact.LINE_COUNT_FAST);
            again(Fact.YOUNG_LINE_COUNT_SLOW, Fact.LINE_COUNT_SLOW);
            again(Fact.YOUNG_PUBLISHED, Fact.PUBLISHED);
            again(Fact.YOUNG_SLOT_LAST, Fact.SLOT_LAST);
            again(Fact.YOUNG_SLOT_COUNT, Fact.SLOT_COUNT);
            again(Fact.YOUNG_NUMBER_FREQUENT, Fact.NUMBER_FREQUENT);
            fresh(call, horizon, Fact.YOUNG_FRESH_COUNT);
        }
    }

    /// Counts as much as the published platform is doubted here: an operator that publishes what it means has said
    /// already what the new timetable is like.
    private void fresh(Call call, int horizon, Fact fact) {
        count(call.habits.line(), this::fresh, HALF_SLOW, fact);
        if (call.published != Call.NONE) {
            double doubt = 1 - call.habits.trust().of(horizon, Rule.PUBLISHED.ordinal());
            for (int platform = 0; platform < platforms; platform++) {
                put(platform, fact, doubt * value(platform, fact.ordinal()));
            }
        }
    }

    /// Where a train of the line stood that was new at its minute; [Call#NONE] of one that was not.
    private int fresh(Call mate) {
        Call before = mate.before;
        boolean wasSeen = before != null && views.slot().platform(before) != Call.NONE;
        boolean forgotten = views.slot().platform(mate) == Call.NONE;
        return wasSeen || forgotten ? Call.NONE : views.line().platform(mate);
    }

    private void again(Fact fact, Fact of) {
        for (int platform = 0; platform < platforms; platform++) {
            put(platform, fact, value(platform, of.ordinal()));
        }
    }

    /// The logarithm of the share, leaning on equal shares.
    private void count(History history, View view, double half, Fact fact) {
        Arrays.fill(counts, 0, platforms, 0);
        history.count(view, half, counts);
        double sum = 0;
        for (int platform = 0; platform < platforms; platform++) {
            sum += counts[platform];
        }
        for (int platform = 0; platform < platforms; platform++) {
            double share = (counts[platform] + 0.5 / platforms) / (sum + 0.5);
            put(platform, fact, Math.log(share * platforms));
        }
    }

    /// The platform of habit: what the rules name, the most trusted first.
    private int habit() {
        for (Rule rule : new Rule[] {Rule.SLOT_LAST, Rule.PUBLISHED, Rule.MINUTE_LAST, Rule.LINE_LAST}) {
            if (rules[rule.ordinal()] != Call.NONE) {
                return rules[rule.ordinal()];
            }
        }
        return Call.NONE;
    }

    private static int habit(Call other) {
        int last = other.habits.slot().last(View.PLAIN);
        return last != Call.NONE ? last : other.published;
    }

    private void neighbours(Call call, long at) {
        long comes = call.comes();
        for (Call other : around(call)) {
            if (other.trip == call.trip || other.cancelled || vehicleOf(other, call)) {
                continue;
            }
            boolean before = other.comes() <= comes;
            boolean stays = other.leaves() + APART > comes;
            if (before && stays && (other.departed == Raw.ABSENT || other.departed > at)) {
                if (other.known() != Call.NONE) {
                    put(other.known(), Fact.TAKEN, 1);
                } else if (habit(other) != Call.NONE && Math.max(other.late(), call.late()) >= LATE) {
                    put(habit(other), Fact.MAYBE_TAKEN, 1);
                }
            }
        }
        distances(call);
    }

    /// A train of the same line that ends here is the vehicle of the one that begins.
    private static boolean vehicleOf(Call other, Call call) {
        return call.begins() && other.ends() && other.trip.line == call.trip.line;
    }

    private void distances(Call call) {
        int habit = habit();
        if (habit == Call.NONE) {
            return;
        }
        boolean taken = value(habit, Fact.TAKEN.ordinal()) > 0 || value(habit, Fact.MAYBE_TAKEN.ordinal()) > 0;
        for (int platform = 0; platform < platforms; platform++) {
            if (platform != habit) {
                double far = Math.log1p(call.stop.apart(platform, habit));
                put(platform, Fact.DISTANCE, far);
                put(platform, Fact.DISTANCE_IF_TAKEN, taken ? far : 0);
            }
        }
    }

    private void uses(Call call, long at) {
        Arrays.fill(avoided, 0, platforms, 0);
        Arrays.fill(used, 0, platforms, 0);
        List<Call> lately = call.stop.between(at - LATELY, at + 1);
        for (int i = lately.size() - 1; i >= 0; i--) {
            Call other = lately.get(i);
            if (other.platform != Call.NONE) {
                used[other.platform] = 1;
                int usual = other.usual;
                if (usual != Call.NONE && usual != other.platform && used[usual] == 0) {
                    avoided[usual]++;
                }
            }
        }
        avoided(call, call.planned() - Raw.DAY, Fact.AVOIDED_YESTERDAY);
        avoided(call, call.planned() - 2 * Raw.DAY, Fact.AVOIDED_BEFORE);
        for (int platform = 0; platform < platforms; platform++) {
            put(platform, Fact.AVOIDED, Math.min(3, avoided[platform]));
            long last = call.stop.used(platform);
            double days = last == Raw.ABSENT ? 30 : Math.max(0, (at - last) / (double) Raw.DAY);
            put(platform, Fact.UNUSED, days > 1.25 ? 1 : 0);
            put(platform, Fact.UNUSED_DAYS, days > 1.25 ? Math.log(Math.min(days, 30)) : 0);
        }
    }

    private void avoided(Call call, long about, Fact fact) {
        Arrays.fill(counts, 0, platforms, 0);
        Arrays.fill(used, 0, platforms, 0);
        for (Call other : call.stop.between(about - ABOUT, about + ABOUT)) {
            if (other.platform != Call.NONE && other.usual != Call.NONE) {
                used[other.usual]++;
                counts[other.usual] += other.platform == other.usual ? 0 : 1;
            }
        }
        for (int platform = 0; platform < platforms; platform++) {
            put(platform, fact, counts[platform] / (used[platform] + 1));
        }
    }
}
