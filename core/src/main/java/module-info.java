/// Campaigns, decisions, codes and the ports around them: pure, and dependent on nothing.
module io.firstcome.core {
    requires static transitive org.jspecify;

    exports io.firstcome.core.access;
    exports io.firstcome.core.campaign;
    exports io.firstcome.core.code;
    exports io.firstcome.core.issue;
    exports io.firstcome.core.ledger;
    exports io.firstcome.core.time;
}
