package org.prevenance.forecast.facts;

import java.util.Arrays;
import org.prevenance.event.Raw;

/// The trips met so far, in columns, with their legs. Texts are symbols, -1 where not known. Not thread-safe.
final class Trips {
    final Legs legs = new Legs();
    int size;
    int[] subject = new int[1024];
    int[] operator = new int[1024];
    int[] number = new int[1024];
    int[] line = new int[1024];
    int[] vehicle = new int[1024];
    double[] km = new double[1024];
    int[] firstLeg = new int[1024];
    int[] legCount = new int[1024];
    /// From the number of a subject to that of its trip, or -1.
    private int[] bySubject = new int[0];

    /// The trip of a subject, met now or before.
    int of(int ofSubject) {
        if (ofSubject >= bySubject.length) {
            int old = bySubject.length;
            bySubject = Arrays.copyOf(bySubject, Math.max(ofSubject + 1, old * 2));
            Arrays.fill(bySubject, old, bySubject.length, -1);
        }
        if (bySubject[ofSubject] < 0) {
            bySubject[ofSubject] = add(ofSubject);
        }
        return bySubject[ofSubject];
    }

    private int add(int ofSubject) {
        if (size == subject.length) {
            int more = size * 2;
            subject = Arrays.copyOf(subject, more);
            operator = Arrays.copyOf(operator, more);
            number = Arrays.copyOf(number, more);
            line = Arrays.copyOf(line, more);
            vehicle = Arrays.copyOf(vehicle, more);
            km = Arrays.copyOf(km, more);
            firstLeg = Arrays.copyOf(firstLeg, more);
            legCount = Arrays.copyOf(legCount, more);
        }
        subject[size] = ofSubject;
        operator[size] = -1;
        number[size] = -1;
        line[size] = -1;
        vehicle[size] = -1;
        km[size] = Double.NaN;
        return size++;
    }

    /// The leg of a trip that leaves from a stop; -1 where there is none. Where a trip leaves it twice, the first time
    /// that is still open.
    int leaving(int trip, int stop) {
        int found = -1;
        for (int leg = firstLeg[trip]; leg < firstLeg[trip] + legCount[trip]; leg++) {
            if (legs.from[leg] == stop) {
                if (legs.departed[leg] == Raw.ABSENT) {
                    return leg;
                }
                found = leg;
            }
        }
        return found;
    }

    /// The leg of a trip that ends at a stop, likewise.
    int reaching(int trip, int stop) {
        int found = -1;
        for (int leg = firstLeg[trip]; leg < firstLeg[trip] + legCount[trip]; leg++) {
            if (legs.to[leg] == stop) {
                if (legs.arrived[leg] == Raw.ABSENT) {
                    return leg;
                }
                found = leg;
            }
        }
        return found;
    }

    /// Minutes late as last known on this trip; NaN before it left.
    double lateNow(int trip) {
        for (int leg = firstLeg[trip] + legCount[trip] - 1; leg >= firstLeg[trip]; leg--) {
            double late = lateNowOn(leg);
            if (!Double.isNaN(late)) {
                return late;
            }
        }
        return Double.NaN;
    }

    double lateNowOn(int leg) {
        double reached = legs.reachedLate(leg);
        return Double.isNaN(reached) ? legs.leftLate(leg) : reached;
    }
}
