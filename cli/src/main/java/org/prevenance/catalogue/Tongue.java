package org.prevenance.catalogue;

import java.util.Map;
import org.prevenance.signal.Language;

/// One of the two languages of the pages.
record Tongue(Language language) {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("customer", "client"),
            Map.entry("contract", "contrat"),
            Map.entry("device", "appareil"),
            Map.entry("offer", "offre"),
            Map.entry("topic", "sujet de réponse"),
            Map.entry("campaign", "campagne"),
            Map.entry("release", "mise à jour"),
            Map.entry("journey", "trajet"),
            Map.entry("trip", "circulation"),
            Map.entry("agent", "conseiller"),
            Map.entry("point", "point de contact"),
            Map.entry("source", "plateforme de collecte"));

    String say(String english, String french) {
        return language == Language.FRENCH ? french : english;
    }

    /// A kind of subject.
    String kind(String kind) {
        return language == Language.FRENCH ? KINDS.getOrDefault(kind, kind) : kind;
    }

    /// A length of time as playbooks write it, in words: `14d`, `72h`.
    String duration(String written) {
        String text = written.strip();
        if (text.isEmpty() || !text.substring(0, text.length() - 1).chars().allMatch(Character::isDigit)) {
            return text;
        }
        String figure = text.substring(0, text.length() - 1);
        boolean one = figure.equals("1");
        return switch (text.charAt(text.length() - 1)) {
            case 'd' -> figure + " " + say(one ? "day" : "days", one ? "jour" : "jours");
            case 'h' -> figure + " " + say(one ? "hour" : "hours", one ? "heure" : "heures");
            case 'm' -> figure + " " + say(one ? "minute" : "minutes", one ? "minute" : "minutes");
            default -> text;
        };
    }
}
