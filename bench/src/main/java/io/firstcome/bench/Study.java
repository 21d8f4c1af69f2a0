package io.firstcome.bench;

import java.util.List;

/// A question about speed.
public enum Study {
    /// What Firstcome costs beside servers that do no more than answer.
    SERVERS(9),
    /// How soon after the start coupons are told, with 20,000 people asking once a second.
    OPENING(20),
    /// The same when all of them ask at the start once more.
    RUSH(20),
    /// Whether every promise is kept when nobody asks before the start and everybody at it.
    SPIKES(20),
    /// How soon after its start a server answers, with a new ledger and with 5 million coupons.
    START(20),
    /// What 10,000 connections cost against the few that are asked for.
    CONNECTIONS(9),
    /// What 100 and 10,000 live campaigns cost against one.
    CAMPAIGNS(9),
    /// What a durable issue costs as a campaign grows from 10,000 to 12 million coupons.
    COUPONS(3),
    /// How long a durable issue takes when the server is not pressed to its limit but to 80 % of
    /// it.
    PACE(9),
    /// What a second processor brings. Needs `taskset`.
    PROCESSORS(9),
    /// What the load generator can do by itself, on one processor. Needs `taskset`.
    GENERATOR(9);

    /// As many coupons as one campaign grows to; the last are more than have room in memory.
    private static final List<Integer> GROWING =
            List.of(10_000, 100_000, 1_000_000, 10_000_000, 12_000_000);

    private final int rounds;

    Study(int rounds) {
        this.rounds = rounds;
    }

    /// How often everything is measured unless told otherwise.
    public int rounds() {
        return rounds;
    }

    Experiment experiment() {
        return switch (this) {
            case SERVERS -> new ServersStudy();
            case OPENING -> new OpeningStudy(_ -> Drops.hammering(), false);
            case RUSH -> new OpeningStudy(_ -> Drops.rush(), false);
            case SPIKES -> new OpeningStudy(options -> Drops.spikes(options.connections()), true);
            case START -> new StartStudy(5_000_000);
            case CONNECTIONS -> new ConnectionsStudy(10_000);
            case CAMPAIGNS -> new CampaignsStudy(List.of(1, 100, 10_000));
            case COUPONS -> new CouponsStudy(GROWING);
            case PACE -> new PaceStudy();
            case PROCESSORS -> new ProcessorsStudy();
            case GENERATOR -> new GeneratorStudy(20_000);
        };
    }
}
