package org.prevenance.stations;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// The map of one station, `NAME.station.yaml`: its meeting points and car parks, and how many minutes it takes to walk
/// from each to each platform.
///
/// ```yaml
/// station: Clairville
/// since: 2024-01-01
/// places:
///   Hall:       {kind: meeting point, walk: {1: 1, 2: 2, 3: 4}}
///   North gate: {kind: meeting point, walk: {3: 1}}
///   Car park:   {kind: car park, walk: {1: 5, 2: 5, 3: 3}}
/// ```
///
/// The first place of a kind is the usual one: what is spared is told against it.
///
/// @param stop   as trips name it
/// @param since  the day from which on the station is like this
public record StationMap(String stop, LocalDate since, List<Place> places) {
    private static final int LONGEST = 120;

    /// What a place is for.
    public enum Kind {
        MEETING_POINT,
        CAR_PARK
    }

    /// @param walk minutes to each platform that one can walk to from here
    public record Place(String name, Kind kind, Map<String, Integer> walk) {
        public Place {
            walk = new LinkedHashMap<>(walk);
        }
    }

    /// The nearest place of a kind to a platform.
    ///
    /// @param minutes of walk
    /// @param spared  minutes less than from the usual place; null where that one has no way to the platform
    public record Nearest(
            String place, int minutes, @Nullable Integer spared) {}

    public StationMap {
        places = List.copyOf(places);
    }

    /// All platforms that a place leads to, by name.
    public List<String> platforms() {
        TreeSet<String> names = new TreeSet<>();
        places.forEach(place -> names.addAll(place.walk.keySet()));
        return List.copyOf(names);
    }

    /// Of places as near as each other the one that is named first; null where none leads there.
    public @Nullable Nearest nearest(Kind kind, String platform) {
        Integer usual = null;
        boolean any = false;
        Place best = null;
        int fewest = Integer.MAX_VALUE;
        for (Place place : places) {
            if (place.kind == kind) {
                Integer minutes = place.walk.get(platform);
                usual = any ? usual : minutes;
                any = true;
                if (minutes != null && minutes < fewest) {
                    best = place;
                    fewest = minutes;
                }
            }
        }
        return best == null ? null : new Nearest(best.name, fewest, usual == null ? null : usual - fewest);
    }

    /// @return null where there is a mistake, which is added
    public static @Nullable StationMap read(NamedText file, Mistakes mistakes) {
        Yaml.Mapping root = YamlReader.read(file, mistakes);
        if (root == null) {
            return null;
        }
        Form form = new Form(root, mistakes);
        form.require("station", "since", "places");
        String stop = form.text("station");
        LocalDate since = date(form.scalar("since"), mistakes);
        List<Place> places = new ArrayList<>();
        form.entries("places").forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Mapping mapping) {
                Place place = place(name, new Form(mapping, mistakes));
                if (place != null) {
                    places.add(place);
                }
            } else {
                form.wrongType(name, entry.value(), "a mapping with kind and walk");
            }
        });
        form.done();
        return stop == null || since == null || !mistakes.isEmpty() ? null : new StationMap(stop, since, places);
    }

    private static @Nullable LocalDate date(Yaml.@Nullable Scalar scalar, Mistakes mistakes) {
        try {
            return scalar == null ? null : LocalDate.parse(scalar.text());
        } catch (DateTimeParseException e) {
            mistakes.add(
                    scalar.place(), "since must be a day, not " + scalar.text() + ".", "Write it like 2024-01-31.");
            return null;
        }
    }

    private static @Nullable Place place(String name, Form form) {
        form.require("kind", "walk");
        Yaml.Scalar kind = form.scalar("kind");
        Map<String, Integer> walk = new LinkedHashMap<>();
        form.entries("walk").forEach((platform, entry) -> {
            Integer minutes = minutes(entry.value());
            if (minutes == null) {
                form.mistakes()
                        .add(
                                entry.value().place(),
                                "The walk to platform %s must be full minutes from 0 to %d."
                                        .formatted(platform, LONGEST));
            } else {
                walk.put(platform, minutes);
            }
        });
        form.done();
        Kind found = kind == null ? null : kind(kind, form.mistakes());
        return found == null ? null : new Place(name, found, walk);
    }

    private static @Nullable Integer minutes(Yaml value) {
        if (value instanceof Yaml.Scalar scalar && scalar.text().matches("[0-9]{1,3}")) {
            int minutes = Integer.parseInt(scalar.text());
            return minutes <= LONGEST ? minutes : null;
        }
        return null;
    }

    private static @Nullable Kind kind(Yaml.Scalar scalar, Mistakes mistakes) {
        return switch (scalar.text()) {
            case "meeting point" -> Kind.MEETING_POINT;
            case "car park" -> Kind.CAR_PARK;
            default -> {
                mistakes.add(
                        scalar.place(),
                        "A place is a meeting point or a car park, not " + scalar.text() + ".",
                        "Write kind: meeting point, or kind: car park.");
                yield null;
            }
        };
    }
}
