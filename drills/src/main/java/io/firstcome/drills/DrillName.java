package io.firstcome.drills;

/// The drills there are.
enum DrillName {
    KILL_NODE("kill-node", "kill -9 the server at random instants of a drop, and start it again");

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

    Drill prepare() throws InterruptedException {
        return switch (this) {
            case KILL_NODE -> new KillNode();
        };
    }
}
