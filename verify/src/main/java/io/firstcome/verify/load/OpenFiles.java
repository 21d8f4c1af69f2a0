package io.firstcome.verify.load;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/// How many files, connections among them, this process may have open.
public final class OpenFiles {
    /// What a program of ours has open besides its connections: this one, and a server at the other
    /// end of them that may have no more. Most of it, about a hundred, is the program itself.
    private static final int OTHERS = 128;

    private OpenFiles() {}

    /// As many connections as are wished for, or as this process may have.
    public static int roomFor(int connections) {
        return (int) Math.min(connections, max() - OTHERS);
    }

    /// An `IllegalArgumentException` when this process may not have so many connections.
    public static void requireRoomFor(int connections) {
        requireRoomFor(connections, max());
    }

    static void requireRoomFor(int connections, long openFilesMax) {
        long room = openFilesMax - OTHERS;
        if (connections > room) {
            throw new IllegalArgumentException(
                    "connections: %d (expected: <= %d, since ulimit -n is %d; raise it to %d)"
                            .formatted(
                                    connections, room, openFilesMax, (long) connections + OTHERS));
        }
    }

    private static long max() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
