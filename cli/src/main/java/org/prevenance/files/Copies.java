package org.prevenance.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the copies of events, and joins what corrections concern. Runs once, after reading.
///
/// Fingerprints met twice, and those that corrections aim at, are sought in a second walk over all pages (which is left
/// out
/// where there are none); only the records found are compared by their real source and id.
final class Copies {
    private final Pages pages;
    private final long[] row;
    private final Precedence precedence;
    private final Connections connections;
    private final int threads;
    private final Fingerprints.LongSet[] sought = new Fingerprints.LongSet[Fingerprints.SHARDS];
    private final List<List<Correction>> corrections = new ArrayList<>();
    private final LongList[] foundPrints = new LongList[Fingerprints.SHARDS];
    private final LongList[] foundPlaces = new LongList[Fingerprints.SHARDS];
    private final LongList surplus = new LongList();
    private long droppedFields;

    Copies(Pages pages, long[] row, Precedence precedence, Connections connections, int threads) {
        this.pages = pages;
        this.row = row;
        this.precedence = precedence;
        this.connections = connections;
        this.threads = threads;
        for (int i = 0; i < Fingerprints.SHARDS; i++) {
            sought[i] = new Fingerprints.LongSet();
            corrections.add(new ArrayList<>());
            foundPrints[i] = new LongList();
            foundPlaces[i] = new LongList();
        }
    }

    /// @return the addresses of the copies that do not count, ascending
    long[] find(Fingerprints fingerprints, List<Correction> allCorrections) throws IOException {
        Crew.work(threads, Fingerprints.SHARDS, () -> {
            var scratch = new Fingerprints.LongSet();
            return shard -> fingerprints.findRepeated(shard, scratch, sought[shard]);
        });
        for (Correction correction : allCorrections) {
            int shard = Fingerprints.shard(correction.fingerprint);
            sought[shard].add(correction.fingerprint);
            corrections.get(shard).add(correction);
        }
        if (Arrays.stream(sought).allMatch(Fingerprints.LongSet::isEmpty)) {
            return new long[0];
        }
        Crew.work(threads, row.length, Search::new);
        Crew.work(threads, Fingerprints.SHARDS, Decision::new);
        long[] addresses = surplus.toArray();
        Arrays.sort(addresses);
        return addresses;
    }

    /// Dropped fields of the copies that do not count.
    long droppedFields() {
        return droppedFields;
    }

    /// One thread's walk over pages, for records with a sought fingerprint.
    private final class Search implements Crew.Worker {
        private final PageCursor cursor = new PageCursor(pages, row);

        @Override
        public void piece(int page) throws IOException {
            for (cursor.openPage(page); cursor.here(); cursor.advance()) {
                long fingerprint = RecordCodec.fingerprint(cursor.bytes(), cursor.at());
                int shard = Fingerprints.shard(fingerprint);
                if (sought[shard].has(fingerprint)) {
                    found(shard, fingerprint, PageCursor.address(page, cursor.offset()));
                }
            }
        }

        private void found(int shard, long fingerprint, long address) {
            synchronized (foundPrints[shard]) {
                foundPrints[shard].add(fingerprint);
                foundPlaces[shard].add(address);
            }
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /// One thread's choice among the copies found.
    private final class Decision implements Crew.Worker {
        private final PageCursor best = new PageCursor(pages, row);
        private final PageCursor other = new PageCursor(pages, row);
        private final KeyedSort sort = new KeyedSort();
        private final LongList losers = new LongList();
        private long dropped;

        @Override
        public void piece(int shard) throws IOException {
            long[] prints = foundPrints[shard].toArray();
            long[] places = foundPlaces[shard].toArray();
            foundPrints[shard].clear();
            foundPlaces[shard].clear();
            sort.sort(prints, places, 0, prints.length);
            for (int from = 0, to; from < prints.length; from = to) {
                to = from + 1;
                while (to < prints.length && prints[to] == prints[from]) {
                    to++;
                }
                decide(places, from, to);
            }
            for (Correction correction : corrections.get(shard)) {
                follow(correction, prints, places);
            }
        }

        /// Among records with one fingerprint: splits off those of the same event as the first, until none is left.
        private void decide(long[] places, int from, int to) throws IOException {
            long[] left = Arrays.copyOfRange(places, from, to);
            int count = left.length;
            while (count > 1) {
                long winner = left[0];
                int different = 0;
                for (int i = 1; i < count; i++) {
                    best.go(winner);
                    other.go(left[i]);
                    if (!RecordCodec.sameEvent(best.bytes(), best.at(), other.bytes(), other.at())) {
                        left[different++] = left[i];
                    } else if (precedence.compare(best.bytes(), best.at(), other.bytes(), other.at()) <= 0) {
                        lose(left[i], other);
                    } else {
                        lose(winner, best);
                        winner = left[i];
                    }
                }
                count = different;
            }
        }

        private void lose(long address, PageCursor at) {
            losers.add(address);
            dropped += RecordCodec.dropped(at.bytes(), at.at());
        }

        private void follow(Correction correction, long[] prints, long[] places) throws IOException {
            int at = Arrays.binarySearch(prints, correction.fingerprint);
            while (at > 0 && prints[at - 1] == correction.fingerprint) {
                at--;
            }
            for (int i = at; i >= 0 && i < prints.length && prints[i] == correction.fingerprint; i++) {
                other.go(places[i]);
                if (RecordCodec.source(other.bytes(), other.at()) == correction.source
                        && RecordCodec.hasId(other.bytes(), other.at(), correction.id, 0, correction.id.length)) {
                    connections.join(correction.subject, RecordCodec.subject(other.bytes(), other.at()));
                }
            }
        }

        @Override
        public void close() {
            best.close();
            other.close();
            synchronized (surplus) {
                surplus.addAll(losers);
                droppedFields += dropped;
            }
        }
    }
}
