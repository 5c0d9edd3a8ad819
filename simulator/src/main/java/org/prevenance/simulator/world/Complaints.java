package org.prevenance.simulator.world;

/// Whether, when and in which words somebody in trouble complains: half late, some before anyone could know, many
/// never.
final class Complaints {
    private static final String[] BILLING = {
        "Je ne comprends pas, on me demande encore de payer.",
        "Encore une facture fausse. Qui peut la corriger ?",
        "You keep charging me for something I do not owe.",
        "Je paie pour rien depuis des mois, c'est inadmissible."
    };
    private static final String[] EQUIPMENT = {
        "L'appareil ne marche plus comme avant.",
        "C'est en panne, et personne ne me rappelle.",
        "It broke down again last night."
    };
    private static final String[] PRICE = {
        "Un nouveau client paie moins que moi.", "Why do new customers get it for less?"
    };
    private static final String[] DELAY = {
        "Le train est arrivé bien trop tard, j'attends d'être remboursé.", "My connection was lost. Who pays for it?"
    };
    private static final String[] OTHER = {
        "Personne ne me répond.", "On me renvoie d'un service à l'autre.", "I have explained this three times already."
    };

    private Complaints() {}

    /// The day of the complaint, [Frame#NEVER] if none.
    static int dayOf(Expected expected, Dice dice) {
        int lot = dice.between(18_001, 0, 99);
        if (lot < 50) {
            return expected.opensFrom() + dice.between(18_002, 15, 220);
        }
        return lot < 60 ? expected.opensFrom() - dice.between(18_002, 1, 8) : Frame.NEVER;
    }

    static String about(String signal) {
        return switch (signal) {
            case "telecom/box-failing",
                    "appliances/too-warm",
                    "appliances/wearing-out",
                    "appliances/device-asks",
                    "appliances/gone-silent",
                    "appliances/left-on" -> "equipment";
            case "telecom/dearer-than-new", "energy/tariff-misfit" -> "price";
            case "journeys/delay-owed" -> "delay";
            case "care/hung-up-waiting", "care/asks-again", "care/sent-around" -> "other";
            default -> "billing";
        };
    }

    static String text(String about, int lot) {
        String[] texts = switch (about) {
            case "billing" -> BILLING;
            case "equipment" -> EQUIPMENT;
            case "price" -> PRICE;
            case "delay" -> DELAY;
            default -> OTHER;
        };
        return texts[lot % texts.length];
    }
}
