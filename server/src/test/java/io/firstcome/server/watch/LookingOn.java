package io.firstcome.server.watch;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Limits;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.server.Node;
import io.firstcome.testkit.InMemoryLedger;
import io.firstcome.testkit.TestClock;

/// Campaigns to look at, on a ledger in memory.
final class LookingOn {
    static final long START = 1_800_000_000_000_000L;

    private LookingOn() {}

    static TestClock clock() {
        return new TestClock(START);
    }

    static Node node(InMemoryLedger ledger) {
        return new Node(ledger, Limits.DEFAULT, 10);
    }

    /// A campaign that begins and ends in so many microseconds.
    static Campaign campaign(Node node, String id, long micros) {
        CampaignTerms terms = new CampaignTerms("시험", 5, new Window(START, START + micros));
        return ((Created) node.campaigns().create(new CampaignId(id), terms)).campaign();
    }
}
