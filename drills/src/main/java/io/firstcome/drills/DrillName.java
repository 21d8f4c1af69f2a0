package io.firstcome.drills;

import java.util.SplittableRandom;

/// The drills there are.
enum DrillName {
    KILL_NODE("kill-node", "kill -9 the server at random instants of a drop, and start it again"),
    SQL_KILL_NODE(
            "sql-kill-node", "kill -9 a node of three on a database every 2 s, start it again"),
    SQL_KILL_DATABASE(
            "sql-kill-database",
            "kill -9 the database of three nodes twice in a drop, start it again"),
    SQL_CUT_COMMIT("sql-cut-commit", "cut a node's connections between commits and their answers"),
    SQL_CLOCK_SKEW("sql-clock-skew", "give two of three nodes clocks that are 5 s fast and slow"),
    SQL_CHANGE_CAMPAIGN(
            "sql-change-campaign",
            "pause, resume and raise a campaign by one node, then the other"),
    SQL_FAILOVER(
            "sql-failover",
            "kill -9 the primary of three nodes in a drop, have its standby take over");

    private final String word;
    private final String summary;

    DrillName(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /// The name on the command line.
    String word() {
        return word;
    }

    String summary() {
        return summary;
    }

    /// Whether there is all that it needs of the database: a standby there is of PostgreSQL only.
    boolean runsOn(Engine engine) {
        return this != SQL_FAILOVER || engine == Engine.POSTGRESQL;
    }

    /// @param engine the database, where the drill has one
    /// @param random spreads callers over its nodes
    Drill prepare(Engine engine, SplittableRandom random) throws InterruptedException {
        return switch (this) {
            case KILL_NODE -> new KillNode();
            case SQL_KILL_NODE -> new SqlKillNode(engine, random);
            case SQL_KILL_DATABASE -> new SqlKillDatabase(engine, random);
            case SQL_CUT_COMMIT -> new SqlCutCommit(engine, random);
            case SQL_CLOCK_SKEW -> new SqlClockSkew(engine, random);
            case SQL_CHANGE_CAMPAIGN -> new SqlChangeCampaign(engine, random);
            case SQL_FAILOVER -> new SqlFailover(random);
        };
    }
}
