package org.prevenance.forecasting;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.target.RollingOrigin;

/// One forecast to be judged on one folder, as declared, so that a figure can be had again.
///
/// @param name     such as `flights`
/// @param titleFr  what is judged, for people: « Heure d’arrivée : vols de New York »
/// @param titleEn  likewise
/// @param folder   last name of the folder with the events
/// @param forecast one that ships, a file, or a folder
/// @param from     questions asked from then on; null: the last quarter of the time, where it learns again the second
/// half
/// @param until    with what was known by then; null: all
/// @param retrain  how often it learns again; null: it learns once
/// @param zone     in which a day begins and an hour counts
public record Study(
        String name,
        String titleFr,
        String titleEn,
        String folder,
        String forecast,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable RollingOrigin retrain,
        ZoneId zone) {}
