package org.prevenance.files;

/// Is told how far a reading has come. Called by several threads at once.
public interface Progress {
    /// Keeps silent.
    Progress NONE = new Progress() {
        @Override
        public void read(long bytes, long events) {}

        @Override
        public void done() {}
    };

    /// The reading begins.
    ///
    /// @param bytes that all files take as stored
    default void begins(long bytes) {}

    /// More has been read, since the last call by any thread.
    ///
    /// @param bytes  as stored
    /// @param events items met, admitted or not
    void read(long bytes, long events);

    /// All has been read.
    void done();
}
