package io.firstcome.drills;

/// The drills there are.
enum DrillName {
    KILL_NODE("kill-node", "kill -9 the server at random instants of a drop, and start it again"),
    SQL_KILL_NODE(
            "sql-kill-node", "kill -9 one of three nodes on a database every 2 s, start it again"),
    SQL_KILL_DATABASE(
            "sql-kill-database",
            "kill -9 the database of three nodes twice in a drop, start it again"),
    SQL_CUT_COMMIT("sql-cut-commit", "cut a node's connections between commits and their answers"),
    SQL_CLOCK_SKEW("sql-clock-skew", "give two of three nodes clocks that are 5 s fast and slow"),
    SQL_CHANGE_CAMPAIGN(
            "sql-change-campaign",
            "pause, resume and raise a campaign by one node, then the other");

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

    /// @param engine the database, where the drill has one
    Drill prepare(Engine engine) throws InterruptedException {
        return switch (this) {
            case KILL_NODE -> new KillNode();
            case SQL_KILL_NODE -> new SqlKillNode(engine);
            case SQL_KILL_DATABASE -> new SqlKillDatabase(engine);
            case SQL_CUT_COMMIT -> new SqlCutCommit(engine);
            case SQL_CLOCK_SKEW -> new SqlClockSkew(engine);
            case SQL_CHANGE_CAMPAIGN -> new SqlChangeCampaign(engine);
        };
    }
}
