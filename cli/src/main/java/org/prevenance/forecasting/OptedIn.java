package org.prevenance.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prevenance.check.IslandHistory;
import org.prevenance.engine.Permissions;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.files.Island;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;

/// The events of people who have opted in to a purpose, and had by the time of the event: as known at the end of what
/// is read, so who has withdrawn by then was never seen. An event stands where it became known, or where the opt-in
/// did, if that was later: nobody could have used it before.
final class OptedIn implements Usable {
    private final String purpose;
    private final Set<String> types;
    private final Permissions permissions;
    private final ChronicleWriter writer;
    private final Event row = new Event();
    private long leftOut;

    OptedIn(Chronicle.Words words, String purpose, Set<String> types, Permissions permissions) {
        this.purpose = purpose;
        this.types = types;
        this.permissions = permissions;
        writer = new ChronicleWriter(words);
    }

    @Override
    public void visit(Island island) {
        long[] since = permittedSince(island);
        leaveOutWhatChanged(island, since);
        for (int i = 0; i < island.size(); i++) {
            if (!isWanted(island, i)) {
                continue;
            }
            if (since[i] == Raw.ABSENT) {
                leftOut++;
            } else {
                island.read(i, row);
                row.times(row.time(), since[i]);
                writer.add(row);
            }
        }
    }

    private boolean isWanted(Island island, int i) {
        return types.contains(island.type(i).name());
    }

    /// By index: from when on each event was known and permitted, without a break until the end; [Raw#ABSENT]: it is
    /// not.
    private long[] permittedSince(Island island) {
        long[] since = new long[island.size()];
        Arrays.fill(since, Raw.ABSENT);
        Map<Integer, List<Integer>> met = new HashMap<>();
        permissions.reset(new IslandHistory(island));
        for (int next = 0; next < since.length; ) {
            long now = island.known(next);
            int first = next;
            for (; next < since.length && island.known(next) == now; next++) {
                island.read(next, row);
                permissions.take(row);
            }
            permissions.settle(
                    subject -> met.getOrDefault(subject, List.of()).forEach(i -> look(island, i, now, since)));
            for (int i = first; i < next; i++) {
                if (isWanted(island, i)) {
                    met.computeIfAbsent(island.subject(i), _ -> new ArrayList<>())
                            .add(i);
                    look(island, i, now, since);
                }
            }
        }
        return since;
    }

    private void look(Island island, int i, long now, long[] since) {
        if (!permissions.permits(island.subject(i), island.time(i), purpose)) {
            since[i] = Raw.ABSENT;
        } else if (since[i] == Raw.ABSENT) {
            since[i] = now;
        }
    }

    /// What was corrected or taken back by something that may not be used may not be used either.
    private void leaveOutWhatChanged(Island island, long[] since) {
        for (int i = since.length - 1; i >= 0; i--) {
            if (since[i] == Raw.ABSENT && isWanted(island, i)) {
                island.read(i, row);
                String target = row.target();
                int changed = target == null ? -1 : island.find(row.source(), target);
                if (changed >= 0) {
                    since[changed] = Raw.ABSENT;
                }
            }
        }
    }

    @Override
    public ChronicleReader.Used finish() {
        return new ChronicleReader.Used(writer.finish(), leftOut);
    }
}
