package org.prevenance.simulator.rail;

/// A station of the network.
///
/// @param platforms how many; they are numbered from 1
record Station(String name, int platforms) {
    /// Those on which trains of one direction mostly stop: the lower half of the numbers or the upper.
    boolean usual(int platform, int direction) {
        return platform * 2 <= platforms == (direction == 0);
    }
}
