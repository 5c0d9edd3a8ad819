package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long nanos;
    private final ProgressBar bar =
            new ProgressBar(new PrintStream(written, true, StandardCharsets.UTF_8), () -> nanos);

    private String shown() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void showsShareRateAndTimeLeft() {
        bar.begins(1000);
        nanos = 2_000_000_000L;
        bar.read(250, 3_000_000);
        assertEquals("\r[======                  ]  25 %  1.5 M events/s  6 s left", shown());
    }

    @Test
    void staysQuietBetweenTwoDrawings() {
        bar.begins(1000);
        nanos = 50_000_000L;
        bar.read(250, 10);
        assertEquals("", shown());
        nanos = 200_000_000L;
        bar.read(250, 10);
        assertEquals("\r[============            ]  50 %  100 events/s  1 s left", shown());
    }

    @Test
    void leavesNothingBehind() {
        bar.begins(10);
        nanos = 1_000_000_000L;
        bar.read(5, 7_000);
        int length = shown().length() - 1;
        bar.done();
        assertEquals("\r" + " ".repeat(length) + "\r", shown());
    }
}
