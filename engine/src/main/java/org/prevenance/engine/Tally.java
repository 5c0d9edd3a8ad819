package org.prevenance.engine;

import java.util.Arrays;
import java.util.TreeMap;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Indicator.Rollup;

/// The values that some subjects have now, kept so that one more, or one less, changes the result quickly.
abstract sealed class Tally {
    abstract void add(long value);

    /// Takes out a value that was added.
    abstract void remove(long value);

    /// What it comes to now; [Raw#ABSENT] where there is no result.
    abstract long value();

    static Tally of(Rollup rollup, ValueType.Kind kind, Symbols symbols) {
        return switch (rollup) {
            case COUNT, SUM, MEAN, SHARE -> new Total(rollup, kind);
            case MIN, MAX, MEDIAN, DISTINCT -> new Sorted(rollup, kind);
            case LIST -> new Texts(symbols);
        };
    }

    /// How many, and their exact sum.
    private static final class Total extends Tally {
        private final Rollup rollup;
        private final ValueType.Kind kind;
        private long count;
        /// 128 bits, so that no order of adding and removing ever overflows: high and low half.
        private long high;
        private long low;

        Total(Rollup rollup, ValueType.Kind kind) {
            this.rollup = rollup;
            this.kind = kind;
        }

        @Override
        void add(long value) {
            count++;
            move(rollup == Rollup.COUNT ? 0 : Arithmetic.addend(value, kind));
        }

        @Override
        void remove(long value) {
            count--;
            move(rollup == Rollup.COUNT ? 0 : -Arithmetic.addend(value, kind));
        }

        private void move(long addend) {
            long before = low;
            low += addend;
            high += (addend >> 63) + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
        }

        @Override
        long value() {
            if (rollup == Rollup.COUNT) {
                return count;
            }
            if (high != low >> 63) {
                return Raw.ABSENT;
            }
            return switch (rollup) {
                case SUM -> Arithmetic.sum(low, kind);
                case SHARE -> count == 0 ? Raw.ABSENT : Numbers.raw((double) low / count);
                default -> Arithmetic.mean(low, count, kind);
            };
        }
    }

    /// All values, from the smallest to the largest.
    private static final class Sorted extends Tally {
        private final Rollup rollup;
        private final ValueType.Kind kind;
        private long[] values = new long[4];
        private int count;
        private int distinct;

        Sorted(Rollup rollup, ValueType.Kind kind) {
            this.rollup = rollup;
            this.kind = kind;
        }

        @Override
        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            int place = place(value);
            distinct += holds(place, value) ? 0 : 1;
            System.arraycopy(values, place, values, place + 1, count - place);
            values[place] = value;
            count++;
        }

        @Override
        void remove(long value) {
            int place = place(value);
            count--;
            System.arraycopy(values, place + 1, values, place, count - place);
            distinct -= holds(place, value) ? 0 : 1;
        }

        private boolean holds(int place, long value) {
            return place < count && Arithmetic.compare(values[place], value, kind) == 0;
        }

        /// Where the first value stands that is not smaller.
        private int place(long value) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = low + high >>> 1;
                if (Arithmetic.compare(values[middle], value, kind) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        long value() {
            if (rollup == Rollup.DISTINCT) {
                return distinct;
            }
            if (count == 0) {
                return Raw.ABSENT;
            }
            return switch (rollup) {
                case MIN -> values[0];
                case MAX -> values[count - 1];
                default -> Arithmetic.quantile(values, count, 0.5, kind);
            };
        }
    }

    /// How often each text is there.
    private static final class Texts extends Tally {
        private final Symbols symbols;
        private final TreeMap<String, Integer> counts = new TreeMap<>();

        Texts(Symbols symbols) {
            this.symbols = symbols;
        }

        @Override
        void add(long value) {
            counts.merge(symbols.text(value), 1, Integer::sum);
        }

        @Override
        void remove(long value) {
            counts.computeIfPresent(symbols.text(value), (_, count) -> count == 1 ? null : count - 1);
        }

        @Override
        long value() {
            return counts.isEmpty()
                    ? Raw.ABSENT
                    : symbols.of(String.join(String.valueOf(Raw.ITEM_SEPARATOR), counts.keySet()));
        }
    }
}
