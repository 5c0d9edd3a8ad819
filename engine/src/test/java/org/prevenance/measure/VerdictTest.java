package org.prevenance.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prevenance.event.ZoneDays;
import org.prevenance.measure.Word.Says;

/// What becomes of a case, by what was said and when. Days are of 2025 in Paris; truths bear for 60 days.
class VerdictTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneDays DAYS = new ZoneDays(PARIS);

    @Test
    void a_complaint_afterwards_confirms_and_gives_the_lead_in_calendar_days() {
        assertEquals(List.of("confirmed 40"), judged(List.of(open("02-03")), complaint("03-15")));
    }

    @Test
    void the_last_day_still_counts_and_the_next_does_not_once_the_case_is_closed() {
        assertEquals(List.of("confirmed 60"), judged(List.of(closed("03-03", "03-10")), complaint("05-02")));
        assertEquals(List.of("unconfirmed"), judged(List.of(closed("03-03", "03-10")), complaint("05-03")));
    }

    @Test
    void a_case_that_still_stands_open_is_confirmed_however_late() {
        assertEquals(List.of("confirmed 303"), judged(List.of(open("01-03")), complaint("11-02")));
    }

    @Test
    void a_complaint_before_the_opening_makes_it_too_late_even_when_another_follows() {
        assertEquals(List.of("too_late"), judged(List.of(open("02-20")), complaint("02-10"), complaint("03-01")));
        assertEquals(List.of("too_late"), judged(List.of(open("02-20")), word(Says.COMPLAINT, at("02-20", 9))));
        assertEquals(List.of("unconfirmed"), judged(List.of(open("05-20")), complaint("02-10")));
    }

    @Test
    void a_complaint_that_an_earlier_case_preceded_does_not_make_a_later_one_late() {
        assertEquals(
                List.of("confirmed 17", "unconfirmed"),
                judged(List.of(closed("02-03", "02-10"), open("03-01")), complaint("02-20")));
    }

    @Test
    void a_proof_confirms_without_a_lead_and_before_the_opening_says_nothing() {
        assertEquals(List.of("confirmed"), judged(List.of(open("02-03")), word(Says.PROOF, at("03-01", 12))));
        assertEquals(List.of("unconfirmed"), judged(List.of(open("02-03")), word(Says.PROOF, at("02-01", 12))));
    }

    @Test
    void an_advisers_word_is_about_the_case_before_it_and_counts_most() {
        Word nothing = word(Says.FALSE_CASE, at("03-05", 12));
        assertEquals(List.of("false_alarm"), judged(List.of(open("03-03")), nothing, complaint("04-01")));
        assertEquals(
                List.of("unconfirmed", "false_alarm"),
                judged(List.of(closed("02-03", "02-10"), open("03-03")), nothing));
        assertEquals(
                List.of("confirmed"), judged(List.of(open("03-03")), nothing, word(Says.TRUE_CASE, at("03-09", 12))));
    }

    private static List<String> judged(List<Spell> spells, Word... words) {
        List<String> said = new ArrayList<>();
        for (Verdict verdict : Verdict.of(spells, Arrays.asList(words), DAYS)) {
            @Nullable Integer lead = verdict.leadDays();
            said.add(verdict.fate().name().toLowerCase(java.util.Locale.ROOT) + (lead == null ? "" : " " + lead));
        }
        return said;
    }

    private static Spell open(String day) {
        return new Spell(at(day, 9), Spell.STILL_OPEN);
    }

    private static Spell closed(String day, String end) {
        return new Spell(at(day, 9), at(end, 9));
    }

    private static Word complaint(String day) {
        return word(Says.COMPLAINT, at(day, 15));
    }

    private static Word word(Says says, long time) {
        return new Word("crm " + time, "truth", says, 60, time);
    }

    private static long at(String day, int hour) {
        LocalDateTime local = LocalDate.parse("2025-" + day).atTime(hour, 0);
        return ZoneDays.micros(local.atZone(PARIS).toInstant());
    }
}
