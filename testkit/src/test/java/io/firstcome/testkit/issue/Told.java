package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.NotAttempted;
import io.firstcome.core.issue.IssueOutcome.Refused;
import io.firstcome.core.issue.IssueOutcome.Unknown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What people were told about one campaign, compared with the coupons there are when all is over.
final class Told {
    private final Map<UserId, Coupon> coupons = new HashMap<>();
    private final Set<UserId> issued = new HashSet<>();
    private final Set<UserId> unsure = new HashSet<>();
    private final Set<Class<?>> kindsSeen = new HashSet<>();

    Told(TestNode node, Campaign drop) {
        for (Issuance issuance : node.ledger.issuances(drop.number(), 0, 1_000)) {
            Coupon coupon = node.askNow(drop, issuance.user().value()).held();
            assertThat(coupon.issuance()).isEqualTo(issuance);
            coupons.put(issuance.user(), coupon);
        }
    }

    /// Checks that no coupon in an answer is lost, another one now, or issued twice.
    void check(Reply reply) {
        IssueOutcome outcome = reply.atOnce();
        kindsSeen.add(outcome.getClass());
        switch (outcome) {
            case Issued(Coupon coupon) -> {
                assertThat(coupon).isEqualTo(coupons.get(reply.user));
                assertThat(issued.add(reply.user)).as("issued once").isTrue();
            }
            case AlreadyIssued(Coupon coupon) ->
                    assertThat(coupon).isEqualTo(coupons.get(reply.user));
            case Unknown() -> unsure.add(reply.user);
            case Refused _, NotAttempted _ -> {}
        }
    }

    /// Checks that of every coupon somebody was told, or that nobody knows.
    void checkAll() {
        Set<UserId> untold = new HashSet<>(coupons.keySet());
        untold.removeAll(issued);
        assertThat(unsure).containsAll(untold);
    }

    /// The kinds of outcomes there were.
    Set<Class<?>> kindsSeen() {
        return kindsSeen;
    }
}
