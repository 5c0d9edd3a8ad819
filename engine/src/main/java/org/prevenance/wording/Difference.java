package org.prevenance.wording;

/// One point in which two answers contradict each other.
///
/// @param here  where it stands in the first answer
/// @param there where it stands in the second
public record Difference(Kind kind, Place here, Place there) {
    public enum Kind {
        FIGURE,
        DATE,
        YES_NO,
        CONDITION,
        /// The second is a copy of the first that lost what `here` quotes.
        LOST_IN_SECOND,
        /// The first is a copy of the second that lost what `there` quotes.
        LOST_IN_FIRST
    }

    /// @param start the first character, and `end` the one after the last
    /// @param quote the words there, cut where they are long; of a lost source, the source
    public record Place(int start, int end, String quote) {}

    /// Half a sentence in French, with the names of the two channels: `téléphone : « 30 jours », site : « 14 jours »`.
    public String inFrench(String firstChannel, String secondChannel) {
        String first = inFrench(firstChannel);
        String second = inFrench(secondChannel);
        return switch (kind) {
            case FIGURE, DATE, YES_NO, CONDITION ->
                first + " : « " + here.quote() + " », " + second + " : « " + there.quote() + " »";
            case LOST_IN_SECOND -> second + " : copie de " + first + " sans « " + here.quote() + " »";
            case LOST_IN_FIRST -> first + " : copie de " + second + " sans « " + there.quote() + " »";
        };
    }

    /// Half a sentence in English: `phone: “30 days”, web: “14 days”`.
    public String inEnglish(String first, String second) {
        return switch (kind) {
            case FIGURE, DATE, YES_NO, CONDITION ->
                first + ": “" + here.quote() + "”, " + second + ": “" + there.quote() + "”";
            case LOST_IN_SECOND -> second + ": a copy of " + first + " without “" + here.quote() + "”";
            case LOST_IN_FIRST -> first + ": a copy of " + second + " without “" + there.quote() + "”";
        };
    }

    /// The channels that the vocabulary names; others by their own name.
    private static String inFrench(String channel) {
        return switch (channel) {
            case "web" -> "site";
            case "phone" -> "téléphone";
            case "shop" -> "boutique";
            case "email" -> "courriel";
            case "letter" -> "courrier";
            case "app" -> "application";
            case "social" -> "réseaux sociaux";
            case "partner" -> "partenaire";
            case "device" -> "appareil";
            default -> channel;
        };
    }
}
