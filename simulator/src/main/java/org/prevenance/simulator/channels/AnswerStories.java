package org.prevenance.simulator.channels;

import org.prevenance.simulator.world.Expected;

/// Two channels, two answers.
final class AnswerStories {
    private static final String GAP = "answer-gap";

    private AnswerStories() {}

    static void tell(Desk desk) {
        if (desk.frame().days() < 60) {
            return;
        }
        contradict(
                desk,
                "cancel-notice",
                "another-figure",
                "ten days on the web, thirty by phone",
                "Vous pouvez résilier à tout moment, avec un préavis de 10 jours.",
                "Vous pouvez résilier à tout moment, avec un préavis de 30 jours.");
        contradict(
                desk,
                "roaming-swiss",
                "yes-and-no",
                "yes on the web, no by phone",
                "La Suisse est comprise dans le forfait Europe.",
                "La Suisse n'est pas comprise dans le forfait Europe.");
        contradict(
                desk,
                "box-return",
                "another-date",
                "two different last days",
                "The old box can be returned until 31 March 2026.",
                "The old box can be returned until 30 June 2026.");
        agree(
                desk,
                "late-payment",
                "other-words",
                "the same in other words",
                "En cas de retard de paiement, des frais de 7,50 € sont demandés après 15 jours.",
                "Après 15 jours de retard de paiement, 7,50 € de frais sont demandés.");
        agree(
                desk,
                "opening",
                "the-same",
                "the same everywhere",
                "Nos conseillers répondent du lundi au samedi, de 8 h à 20 h.",
                "Nos conseillers répondent du lundi au samedi, de 8 h à 20 h.");
        resolved(desk);
    }

    private static void contradict(Desk desk, String what, String story, String why, String web, String phone) {
        String topic = desk.name(what);
        int day = desk.dayWithin(topic, 5, desk.frame().days() - 10);
        desk.answer(topic, "web", web, desk.morning(desk.frame().first()));
        desk.answer(topic, "phone", phone, desk.morning(day));
        desk.truth(GAP, "topic/" + topic, story, why, Expected.at(desk.morning(day) + Desk.DELAY));
    }

    private static void agree(Desk desk, String what, String story, String why, String web, String phone) {
        String topic = desk.name(what);
        desk.answer(topic, "web", web, desk.morning(desk.frame().first()));
        desk.answer(
                topic,
                "phone",
                phone,
                desk.morning(desk.dayWithin(topic, 5, desk.frame().days() - 10)));
        desk.truth(GAP, "topic/" + topic, story, why, null);
    }

    private static void resolved(Desk desk) {
        String topic = desk.name("sim-unlock");
        String web = "Le déblocage du mobile est gratuit après 3 mois.";
        int day = desk.dayWithin(topic, 5, desk.frame().days() - 30);
        desk.answer(topic, "web", web, desk.morning(desk.frame().first()));
        desk.answer(topic, "shop", "Le déblocage du mobile est gratuit après 6 mois.", desk.morning(day));
        desk.answer(topic, "shop", web, desk.morning(day + 12));
        desk.truth(
                GAP,
                "topic/" + topic,
                "then-resolved",
                "three months on the web, six in the shops, for twelve days",
                Expected.at(desk.morning(day) + Desk.DELAY).closedAt(desk.morning(day + 12) + Desk.DELAY));
    }
}
