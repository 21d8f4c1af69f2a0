package io.firstcome.bench;

import java.util.List;

/// A question about speed.
public enum Study {
    /// What Firstcome costs beside servers that do no more than answer.
    SERVERS(9),
    /// How soon after the start coupons are told, with 20,000 people waiting and asking.
    OPENING(20),
    /// What 10,000 connections cost against the few that are asked for.
    CONNECTIONS(9),
    /// What 100 and 10,000 live campaigns cost against one.
    CAMPAIGNS(9),
    /// What a durable issue costs as a campaign grows from 10,000 to 10 million coupons.
    COUPONS(3),
    /// How long a durable issue takes when the server is not pressed to its limit but to 80 % of
    /// it.
    PACE(9),
    /// What a second processor brings. Needs `taskset`.
    PROCESSORS(9),
    /// What the load generator can do by itself, on one processor. Needs `taskset`.
    GENERATOR(9);

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
            case OPENING -> new OpeningStudy();
            case CONNECTIONS -> new ConnectionsStudy(10_000);
            case CAMPAIGNS -> new CampaignsStudy(List.of(1, 100, 10_000));
            case COUPONS -> new CouponsStudy(10_000, 10_000_000);
            case PACE -> new PaceStudy();
            case PROCESSORS -> new ProcessorsStudy();
            case GENERATOR -> new GeneratorStudy(20_000);
        };
    }
}
