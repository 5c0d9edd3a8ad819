package org.prevenance.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output, for the answer alone: UTF-8 and buffered.
final class Output {
    private Output() {}

    static OutputStream bytes() {
        return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    }

    static void print(String text) {
        PrintStream out = new PrintStream(bytes(), false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}
