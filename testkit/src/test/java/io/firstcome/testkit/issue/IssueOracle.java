package io.firstcome.testkit.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.IssueOutcome;

import java.util.ArrayList;
import java.util.List;

/// What one campaign must answer, as plainly as possible: one request after the other, on a list.
final class IssueOracle {
    final Campaign created;
    final List<Issuance> issued = new ArrayList<>();
    boolean isDeleted;
    private final CouponCodes codes;
    boolean isPaused;
    int limit;
    private long end;

    IssueOracle(Campaign created, CouponCodes codes) {
        this.created = created;
        this.codes = codes;
        limit = created.terms().quantity();
        end = created.terms().window().endMicros();
    }

    IssueOutcome ask(UserId user, long now) {
        long start = created.terms().window().startMicros();
        for (Issuance held : issued) {
            if (held.user().equals(user)) {
                return new IssueOutcome.AlreadyIssued(coupon(held));
            }
        }
        if (isDeleted) {
            return new IssueOutcome.NotFound();
        } else if (now >= end) {
            return new IssueOutcome.Ended(end);
        } else if (issued.size() == limit) {
            return new IssueOutcome.SoldOut();
        } else if (isPaused) {
            return new IssueOutcome.Paused();
        } else if (now < start) {
            return new IssueOutcome.NotStarted(start, now);
        }
        issued.add(new Issuance(issued.size() + 1, user, now));
        return new IssueOutcome.Issued(coupon(issued.getLast()));
    }

    private Coupon coupon(Issuance held) {
        return new Coupon(created.id(), held, codes.code(created.number(), held.ordinal()));
    }

    /// Has it paused, or not, and limited at `now`; false when that is not allowed.
    boolean change(boolean pause, int newLimit, long now) {
        boolean isAllowed = !isDeleted && now < end && newLimit >= issued.size();
        isPaused = isAllowed ? pause : isPaused;
        limit = isAllowed ? newLimit : limit;
        return isAllowed;
    }

    /// Has it ended, at `now`; false when that is not allowed.
    boolean end(long now) {
        end = Math.min(end, now);
        return !isDeleted;
    }

    boolean delete() {
        boolean isAllowed = !isDeleted && issued.isEmpty();
        isDeleted |= isAllowed;
        return isAllowed;
    }
}
