package org.prevenance.simulator.rail;

import static org.prevenance.simulator.rail.Operator.INTER;
import static org.prevenance.simulator.rail.Operator.LAC;
import static org.prevenance.simulator.rail.Operator.NORD;

import java.util.List;

/// Sixteen stations around one junction, and eight lines that meet there.
final class Network {
    static final Station JUNCTION = new Station("Clairville", 12);

    private static final Station PORT_LEVANT = new Station("Port-Levant", 8);
    private static final Station RIVEMONT = new Station("Rivemont", 3);
    private static final Station VALCOURT = new Station("Valcourt", 4);
    private static final Station LES_ORMES = new Station("Les Ormes", 4);
    private static final Station MONTFORT = new Station("Montfort", 6);
    private static final Station SAINT_BRIEUX = new Station("Saint-Brieux", 5);
    private static final Station AUBREY = new Station("Aubrey", 4);
    private static final Station BELMONT = new Station("Belmont", 4);
    private static final Station MARSANNE = new Station("Marsanne", 5);
    private static final Station GRANLAC = new Station("Granlac", 4);
    private static final Station PONTNEUF = new Station("Pontneuf", 2);
    private static final Station LANTERNE = new Station("Lanterne", 2);
    private static final Station HAUTE_ROCHE = new Station("Haute-Roche", 3);
    private static final Station NEUVILLE = new Station("Neuville", 5);
    private static final Station ESTREL = new Station("Estrel", 4);
    private static final Station BOISROND = new Station("Boisrond", 2);

    static final List<Line> LINES = List.of(
            new Line(
                    21,
                    NORD,
                    List.of(PORT_LEVANT, RIVEMONT, VALCOURT, JUNCTION, LES_ORMES, MONTFORT),
                    List.of(14, 11, 12, 9, 16),
                    60,
                    60,
                    9),
            new Line(
                    22,
                    NORD,
                    List.of(SAINT_BRIEUX, AUBREY, JUNCTION, BELMONT, MARSANNE),
                    List.of(18, 13, 15, 12),
                    60,
                    60,
                    8),
            new Line(
                    31,
                    LAC,
                    List.of(GRANLAC, PONTNEUF, JUNCTION, LANTERNE, HAUTE_ROCHE),
                    List.of(9, 7, 6, 8),
                    30,
                    60,
                    5),
            new Line(32, LAC, List.of(NEUVILLE, ESTREL, BOISROND, JUNCTION), List.of(10, 8, 6), 60, 60, 0),
            new Line(5, INTER, List.of(PORT_LEVANT, JUNCTION, MONTFORT, NEUVILLE), List.of(33, 26, 41), 120, 120, 6),
            new Line(6, INTER, List.of(SAINT_BRIEUX, JUNCTION, MARSANNE), List.of(28, 24), 120, 120, 7),
            new Line(41, NORD, List.of(MONTFORT, BELMONT, JUNCTION), List.of(14, 13), 60, 60, 0),
            new Line(42, LAC, List.of(ESTREL, VALCOURT, JUNCTION), List.of(12, 11), 60, 60, 0));

    /// Where the weather is observed.
    static final List<Station> OBSERVED = List.of(JUNCTION, PORT_LEVANT);

    private Network() {}
}
