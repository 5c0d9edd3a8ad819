package org.prevenance.cli;

import java.io.PrintStream;
import org.prevenance.forecast.target.Work;

/// Shows on one line of a terminal what a forecast is doing; it is gone when it is done. Not thread-safe.
final class ForecastWork implements Work {
    private static final int WIDTH = 24;

    private final PrintStream out;
    private int drawn;
    private int percentDrawn = -1;
    private String stageDrawn = "";

    private ForecastWork(PrintStream out) {
        this.out = out;
    }

    /// On the error output; silent where that is no terminal.
    static Work onTerminal() {
        return System.console() != null && System.console().isTerminal() ? new ForecastWork(System.err) : Work.SILENT;
    }

    @Override
    public void at(String stage, double share) {
        int percent = (int) (share * 100);
        if (percent == percentDrawn && stage.equals(stageDrawn)) {
            return;
        }
        percentDrawn = percent;
        stageDrawn = stage;
        int full = (int) (share * WIDTH);
        String line = percent >= 100
                ? ""
                : "[%s%s] %3d %%  %s".formatted("=".repeat(full), " ".repeat(WIDTH - full), percent, stage);
        out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())) + (line.isEmpty() ? "\r" : ""));
        out.flush();
        drawn = line.length();
    }
}
