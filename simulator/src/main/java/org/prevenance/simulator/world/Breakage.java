package org.prevenance.simulator.world;

import java.time.LocalDate;

/// The broken lines that real exports have. None of them says anything that the rest does not say rightly.
public final class Breakage {
    private static final String HEAD =
            "{\"specversion\":\"1.0\",\"id\":\"x-%d\",\"source\":\"billing\",\"type\":\"%s\","
                    + "\"subject\":\"%s\",\"time\":\"%s\",\"data\":%s\n";
    private static final double A_DAY = 0.15;
    private static final int KINDS = 7;

    private final Dice dice;
    private long written;

    public Breakage(Dice dice) {
        this.dice = dice;
    }

    /// How many broken lines were strewn in so far.
    public long written() {
        return written;
    }

    public void strew(int day, EventLine line, Outbox outbox) {
        if (dice.happens(day, A_DAY)) {
            int kind = (int) (written % KINDS);
            written++;
            Export export = kind == 2 ? Export.USAGE : Export.BILLS;
            outbox.post(export, Frame.at(day, 12 * 3600), line.beginRaw().raw(broken(kind, day)));
        }
    }

    private String broken(int kind, int day) {
        String time = LocalDate.ofEpochDay(day) + "T09:00:00Z";
        String bill = "\"bill\":\"X%d\",".formatted(day);
        String period = "\"from\":\"2024-01-01\",\"to\":\"2024-01-31\"}}";
        return switch (kind) {
            case 0 ->
                HEAD.formatted(day, "bill.issued", "contract/C000001", time, "{" + bill)
                                .stripTrailing() + "\n";
            case 1 -> HEAD.formatted(day, "bill.issued", "contract/C000001", time, "{" + bill + period);
            case 2 -> HEAD.formatted(day, "device.usage", "device/B000001", time, "{\"bytes\":\"plenty\"}}");
            case 3 ->
                HEAD.formatted(
                        day,
                        "bill.issued",
                        "contract/C000001",
                        time,
                        "{" + bill + "\"amount\":{\"amount\":\"29,99\",\"currency\":\"EUR\"}," + period);
            case 4 ->
                HEAD.formatted(
                        day,
                        "bill.issued",
                        "C000001",
                        time,
                        "{" + bill + "\"amount\":{\"amount\":\"29.99\",\"currency\":\"EUR\"}," + period);
            case 5 ->
                HEAD.formatted(
                        day,
                        "bill.issued",
                        "contract/C000001",
                        "31/02/2024",
                        "{" + bill + "\"amount\":{\"amount\":\"29.99\",\"currency\":\"EUR\"}," + period);
            default -> "Numéro;Date;Montant\n";
        };
    }
}
