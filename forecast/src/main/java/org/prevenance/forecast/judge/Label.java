package org.prevenance.forecast.judge;

/// What a method, a horizon or a part is called: a name for programs, and words for people.
///
/// The words of a method stand in sentences such as "no better than the timetable" and « pas mieux que l’horaire », so
/// they begin with their article, and the French ones must not ask for an elision after « que ».
///
/// @param name stable, in small letters; stands in JSON
public record Label(String name, String fr, String en) {
    /// The forecast itself: always the first method.
    public static final Label FORECAST = new Label("forecast", "la prévision", "the forecast");
    /// What the operator promised.
    public static final Label PROMISE = new Label("promise", "l’horaire", "the timetable");
    /// What the operator said last before the question.
    public static final Label ESTIMATE = new Label("estimate", "l’estimation officielle", "the official estimate");
    /// That it stays as it is now.
    public static final Label PERSISTENCE = new Label("persistence", "le retard du moment", "the delay of the moment");
    /// What it usually was.
    public static final Label HISTORY = new Label("history", "l’habitude", "what is usual");
    /// All parts of the network together.
    public static final Label EVERYWHERE = new Label("*", "tout le réseau", "the whole network");

    /// For what has the same name for everybody, such as a station or an airline.
    public static Label of(String name) {
        return new Label(name, name, name);
    }

    /// The same thing in words of one's own: « la dernière voie vue ».
    public Label said(String french, String english) {
        return new Label(name, french, english);
    }
}
