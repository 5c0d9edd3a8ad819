package org.prevenance.simulator;

/// Whether and when somebody in trouble complains: half late, some before anyone could know, many never.
final class Complaints {
    private Complaints() {}

    static void decide(Story story, Plan plan) {
        Expected expected = plan.expected;
        if (expected == null) {
            return;
        }
        plan.complaintAbout = about(story.signal());
        int lot = plan.dice.between(18_001, 0, 99);
        int opens = expected.opensFrom();
        if (lot < 50) {
            plan.complaintDay = opens + plan.dice.between(18_002, 15, 220);
        } else if (lot < 60) {
            plan.complaintDay = opens - plan.dice.between(18_002, 1, 8);
        }
    }

    private static String about(String signal) {
        return switch (signal) {
            case "box-failing" -> "equipment";
            case "dearer-than-new" -> "price";
            default -> "billing";
        };
    }
}
