package io.firstcome.core.issue;

/// The bounds of what waits and of what is decided together.
///
/// @param waitingPerCampaignMax requests that may wait for one campaign
/// @param waitingMax requests that may wait for all campaigns together
/// @param batchMax requests of one campaign decided in one durable act
/// @param roundMax requests of all campaigns decided in one durable act
/// @param winnersMax winners of closed campaigns kept in memory, to refuse others without I/O
public record Limits(
        int waitingPerCampaignMax, int waitingMax, int batchMax, int roundMax, long winnersMax) {

    /// Fit for a node of two cores: a campaign's full queue is worth about half a second, and has
    /// room for 20,000 people who wait for the opening with a connection each.
    public static final Limits DEFAULT = new Limits(32_768, 65_536, 1_024, 4_096, 50_000_000);

    public Limits {
        requirePositive("waitingPerCampaignMax", waitingPerCampaignMax);
        requirePositive("waitingMax", waitingMax);
        requirePositive("batchMax", batchMax);
        requirePositive("roundMax", roundMax);
        if (winnersMax < 0) {
            throw new IllegalArgumentException("winnersMax: " + winnersMax + " (expected: >= 0)");
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
        }
    }
}
