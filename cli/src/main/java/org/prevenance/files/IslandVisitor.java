package org.prevenance.files;

/// Is shown islands, one after another. Each thread has its own visitor.
@FunctionalInterface
public interface IslandVisitor {
    /// @param island valid during this call only
    void visit(Island island);
}
