package org.prevenance.forecast.judge;

/// How often the truth lay inside of the forecast's interval, its ends included.
///
/// @param questions with an interval
/// @param width     mean, in the unit of the answers
public record Coverage(long questions, Figure covered, Figure width) {}
