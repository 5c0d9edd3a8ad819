package org.prevenance.simulator.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// How one of the company's systems writes its exports.
enum Style {
    /// An office program of a French company: semicolons, decimal commas, days first, local time.
    OFFICE(';', Charset.forName("windows-1252")),
    /// A collection platform: commas, seconds since 1970.
    PLATFORM(',', StandardCharsets.UTF_8);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    final char separator;
    final Charset encoding;

    Style(char separator, Charset encoding) {
        this.separator = separator;
        this.encoding = encoding;
    }

    /// What `sources.yaml` says about a file of this style.
    String yaml() {
        return switch (this) {
            case OFFICE -> """
                        separator: ";"
                        encoding: windows-1252
                        decimal: ","
                        thousands: " "
                        dates: [dd/MM/yyyy HH:mm:ss, dd/MM/yyyy]
                    """.indent(0);
            case PLATFORM -> "    dates: epoch-seconds\n";
        };
    }

    String cell(Column.Kind kind, String value) {
        return switch (kind) {
            case TEXT -> value;
            case NUMBER -> this == OFFICE ? value.replace('.', ',') : value;
            case BOOL -> this == OFFICE ? (value.equals("true") ? "oui" : "non") : value;
            case MONEY -> this == OFFICE ? grouped(value.replace('.', ',')) + " €" : value;
            case DATE -> this == OFFICE ? LocalDate.parse(value).format(DAY) : value;
            case TIME ->
                this == OFFICE
                        ? Instant.parse(value).atZone(PARIS).format(SECOND)
                        : Long.toString(Instant.parse(value).getEpochSecond());
        };
    }

    /// `1 234,50`
    private static String grouped(String amount) {
        int comma = amount.indexOf(',');
        int whole = comma < 0 ? amount.length() : comma;
        return whole > 3 ? amount.substring(0, whole - 3) + " " + amount.substring(whole - 3) : amount;
    }
}
