package org.prevenance.forecast.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prevenance.event.Raw;

/// Questions of one horizon, in the order in which they were asked, with their facts and, where it is known by the end
/// of the walk, what came true. In columns. Not thread-safe.
public final class Examples {
    private static final int CHUNK_ROWS = 4096;

    private final int width;
    private final List<float[]> chunks = new ArrayList<>();
    private int size;
    private long[] asked = new long[1024];
    private int[] subject = new int[1024];
    private int[] operator = new int[1024];
    private int[] number = new int[1024];
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    int[] leg = new int[1024];
    private long[] planned = new long[1024];
    private long[] departure = new long[1024];
    private double[] late = new double[1024];
    private long[] answered = new long[1024];
    private double[] firstLate = new double[1024];
    private long[] firstAnswered = new long[1024];

    Examples(int width) {
        this.width = width;
    }

    void add(Network network, int ofLeg, long at, List<Fact> facts) {
        if (size == asked.length) {
            grow();
        }
        if (size % CHUNK_ROWS == 0) {
            chunks.add(new float[CHUNK_ROWS * width]);
        }
        float[] chunk = chunks.getLast();
        int start = size % CHUNK_ROWS * width;
        for (int i = 0; i < width; i++) {
            chunk[start + i] = (float) facts.get(i).value(network, ofLeg, at);
        }
        Legs legs = network.legs;
        int trip = legs.trip[ofLeg];
        asked[size] = at;
        subject[size] = network.trips.subject[trip];
        number[size] = network.trips.number[trip];
        operator[size] = network.trips.operator[trip];
        from[size] = legs.from[ofLeg];
        to[size] = legs.to[ofLeg];
        leg[size] = ofLeg;
        planned[size] = legs.plannedArrival[ofLeg];
        departure[size] = network.planned(ofLeg);
        late[size] = Double.NaN;
        answered[size] = Long.MAX_VALUE;
        firstLate[size] = Double.NaN;
        firstAnswered[size] = Long.MAX_VALUE;
        size++;
    }

    private void grow() {
        int more = size * 2;
        asked = Arrays.copyOf(asked, more);
        subject = Arrays.copyOf(subject, more);
        number = Arrays.copyOf(number, more);
        operator = Arrays.copyOf(operator, more);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        leg = Arrays.copyOf(leg, more);
        planned = Arrays.copyOf(planned, more);
        departure = Arrays.copyOf(departure, more);
        late = Arrays.copyOf(late, more);
        answered = Arrays.copyOf(answered, more);
        firstLate = Arrays.copyOf(firstLate, more);
        firstAnswered = Arrays.copyOf(firstAnswered, more);
    }

    /// Fills in what came true, as known by the end of the walk.
    void answer(Network network) {
        for (int row = 0; row < size; row++) {
            long arrived = network.legs.arrived[leg[row]];
            if (arrived != Raw.ABSENT && planned[row] != Raw.ABSENT) {
                late[row] = Legs.minutes(planned[row], arrived);
                answered[row] = network.legs.arrivedKnown[leg[row]];
            }
            long first = network.legs.firstKnown[leg[row]];
            if (first >= asked[row] && planned[row] != Raw.ABSENT) {
                firstLate[row] = Legs.minutes(planned[row], network.legs.firstArrived[leg[row]]);
                firstAnswered[row] = first;
            }
        }
    }

    /// How many questions.
    public int size() {
        return size;
    }

    /// How many facts.
    public int width() {
        return width;
    }

    /// When it was asked, microseconds since 1970.
    public long asked(int row) {
        return asked[row];
    }

    /// The trip, by its number among the chronicle's subjects.
    public int subject(int row) {
        return subject[row];
    }

    /// As a symbol; -1 where not known.
    public int operator(int row) {
        return operator[row];
    }

    /// The number of the trip for people, as a symbol; -1 where not known.
    public int number(int row) {
        return number[row];
    }

    /// The stop before, as a symbol.
    public int from(int row) {
        return from[row];
    }

    /// The stop whose arrival is asked for, as a symbol.
    public int to(int row) {
        return to[row];
    }

    /// The arrival as planned when it was asked, microseconds since 1970; [Raw#ABSENT] where there is none.
    public long planned(int row) {
        return planned[row];
    }

    /// The planned departure from the stop before, likewise.
    public long departure(int row) {
        return departure[row];
    }

    /// Minutes late against the plan of then; NaN where it is not known, or never came.
    public double late(int row) {
        return late[row];
    }

    /// When the answer became known; [Long#MAX_VALUE] where it did not.
    public long answered(int row) {
        return answered[row];
    }

    /// Minutes late as was told first, whatever corrected it later; NaN where nothing was. Who must not know today what
    /// is corrected tomorrow looks at this.
    public double firstLate(int row) {
        return firstLate[row];
    }

    /// When that became known; [Long#MAX_VALUE] where it did not.
    public long firstAnswered(int row) {
        return firstAnswered[row];
    }

    /// A fact, by its number.
    public float fact(int row, int number) {
        return chunks.get(row / CHUNK_ROWS)[row % CHUNK_ROWS * width + number];
    }

    /// The facts of some rows, one row after the other.
    ///
    /// @param columns how many facts of each row, the first
    public float[] matrix(int[] rows, int columns) {
        float[] matrix = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(
                    chunks.get(rows[i] / CHUNK_ROWS), rows[i] % CHUNK_ROWS * width, matrix, i * columns, columns);
        }
        return matrix;
    }
}
