package org.prevenance.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prevenance.wording.Difference.Kind;

/// What is said about two answers, example by example.
class ComparisonTest {
    private static List<Difference> between(String first, String second) {
        return Comparison.of(Answer.of(first), Answer.of(second));
    }

    @Test
    void a_difference_names_its_places_and_says_itself_in_both_languages() {
        String web = "Vous avez 14 jours pour vous rétracter.";
        String phone = "Vous disposez de 30 jours pour changer d'avis.";

        Difference difference = between(web, phone).getFirst();

        assertEquals(Kind.FIGURE, difference.kind());
        assertEquals(
                "14 jours",
                web.substring(difference.here().start(), difference.here().end()));
        assertEquals(
                "30 jours",
                phone.substring(difference.there().start(), difference.there().end()));
        assertEquals("site : « 14 jours », téléphone : « 30 jours »", difference.inFrench("web", "phone"));
        assertEquals("web: “14 jours”, phone: “30 jours”", difference.inEnglish("web", "phone"));
    }

    @Test
    void a_copy_that_lost_its_figure() {
        String whole = "La visite coûte 18,50 €. Nous appelons avant de passer. Vous suivez la demande en ligne.";
        String cut = "Nous appelons avant de passer. Vous suivez la demande en ligne.";

        assertEquals(
                "chat : copie de site sans « 18,50 € »",
                between(whole, cut).getFirst().inFrench("web", "chat"));
        assertEquals(
                "chat: a copy of web without “18,50 €”",
                between(cut, whole).getFirst().inEnglish("chat", "web"));
    }

    @Test
    void a_copy_that_lost_its_source() {
        Answer sourced = new Answer("Environ 3 % des compteurs sont mal lus.", List.of("https://example.org/3"));
        Answer copy = Answer.of(sourced.text());

        assertEquals(
                "chat : copie de site sans « https://example.org/3 »",
                Comparison.of(sourced, copy).getFirst().inFrench("web", "chat"));
        assertEquals(List.of(), Comparison.of(sourced, sourced));
    }

    static Stream<Arguments> same() {
        return Stream.of(
                arguments("Le délai est de 14 jours.", "Le délai est de quatorze jours."),
                arguments("Le délai est de 14 jours.", "Le délai est de 2 semaines."),
                arguments("Le délai est de quinze jours.", "Le délai est de deux semaines."),
                arguments("Le délai est de 48 h.", "Le délai est de deux jours."),
                arguments("Le délai est d'un an.", "Le délai est de douze mois."),
                arguments("Le délai est d'un mois.", "Le délai est de 30 jours."),
                arguments("Le délai est d'une demi-heure.", "Le délai est de 30 minutes."),
                arguments("Le délai est de 1 h 30.", "Le délai est de 90 minutes."),
                arguments("Le délai est de 2 jours 30 min.", "Le délai est de 48 h 30."),
                arguments("Le délai est de 3 à 5 jours.", "The delay is 3-5 days."),
                arguments("Les frais sont de 29,99 €.", "The fees are EUR 29.99."),
                arguments("Les frais sont de 1 500 €.", "The fees are €1,500."),
                arguments("Les frais sont de 80 centimes.", "Les frais sont de 0,80 €."),
                arguments("Les frais sont de quatre-vingt-dix-neuf euros.", "Les frais sont de 99 €."),
                arguments("L'abonnement coûte 10 € par mois.", "L'abonnement coûte 120 € par an."),
                arguments("Le service ferme le 1er mars.", "The service closes on 1 March."),
                arguments("Le service ferme le 1er mars 2025.", "The service closes on March 1st."),
                arguments("Le service ferme le 01/03/2025.", "Le service ferme le 2025-03-01."),
                arguments("Le guichet ouvre à 17 h.", "The ticket office opens at 5pm."),
                arguments("Le débit est de 1 Gbit/s.", "Le débit est de 1 000 Mbit/s."));
    }

    @ParameterizedTest
    @MethodSource("same")
    void the_same_in_another_notation(String a, String b) {
        assertEquals(List.of(), between(a, b));
        assertEquals(List.of(), between(b, a));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                arguments(Kind.FIGURE, "Le délai est de 14 jours.", "Le délai est de 15 jours."),
                arguments(Kind.FIGURE, "Le délai est d'un mois.", "Le délai est de 20 jours."),
                arguments(Kind.FIGURE, "Les frais sont de 29,99 €.", "The fees are EUR 29.90."),
                arguments(Kind.FIGURE, "L'abonnement coûte 10 € par mois.", "L'abonnement coûte 100 € par an."),
                arguments(Kind.DATE, "Le service ferme le 1er mars 2025.", "The service closes on 1 March 2026."),
                arguments(Kind.DATE, "Le guichet ouvre à 17 h.", "The ticket office opens at 4pm."),
                arguments(Kind.DATE, "Ouvert du lundi au samedi.", "Ouvert du lundi au vendredi."),
                arguments(Kind.YES_NO, "Le retour est gratuit.", "Le retour est payant."),
                arguments(Kind.YES_NO, "Il est possible de payer par chèque.", "You cannot pay by cheque."),
                arguments(Kind.YES_NO, "La réservation est obligatoire.", "La réservation n'est pas obligatoire."),
                arguments(Kind.CONDITION, "Remboursable sauf le samedi.", "Remboursable sauf en promotion."));
    }

    @ParameterizedTest
    @MethodSource("different")
    void what_differs(Kind kind, String a, String b) {
        assertEquals(List.of(kind), between(a, b).stream().map(Difference::kind).toList());
        assertEquals(List.of(kind), between(b, a).stream().map(Difference::kind).toList());
    }

    @Test
    void an_empty_answer_contradicts_nothing() {
        assertEquals(List.of(), between("", "Vous avez 14 jours."));
        assertEquals(List.of(), between("", ""));
    }
}
