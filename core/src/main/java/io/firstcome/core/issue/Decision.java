package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.UserId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is to be answered to a batch of requests of one campaign, and what is to be made durable
/// before that. Every ledger decides through this one function.
///
/// @param verdicts one for each request, in their order
/// @param granted the new issuances, by ordinal, following on those of the campaign before
public record Decision(List<Verdict> verdicts, List<Issuance> granted) {

    /// Decides a batch in order of arrival.
    ///
    /// @param campaign the campaign as it durably stands, and nobody else changes meanwhile
    /// @param nowMicros the ledger's time
    /// @param holders who holds a coupon of `campaign` before this batch
    public static Decision decide(
            Campaign campaign, long nowMicros, List<UserId> users, Holders holders) {
        Batch batch = new Batch(campaign, nowMicros, holders, users.size());
        List<Verdict> verdicts = new ArrayList<>(users.size());
        for (UserId user : users) {
            verdicts.add(batch.verdict(user));
        }
        return new Decision(verdicts, batch.granted);
    }

    /// Whether somebody is told that the campaign has ended.
    public boolean saysEnded() {
        return saysEnded(verdicts);
    }

    /// Whether one of `verdicts` tells somebody that the campaign has ended.
    static boolean saysEnded(List<Verdict> verdicts) {
        return verdicts.contains(new Verdict.Denied(CampaignState.ENDED));
    }

    private static final class Batch {
        final Campaign campaign;
        final CampaignState state;
        final long nowMicros;
        final Holders holders;
        final List<Issuance> granted;
        final Map<UserId, Issuance> grantedTo;

        Batch(Campaign campaign, long nowMicros, Holders holders, int size) {
            this.campaign = campaign;
            this.state = campaign.stateAt(nowMicros);
            this.nowMicros = nowMicros;
            this.holders = holders;
            this.granted = new ArrayList<>(size);
            this.grantedTo = HashMap.newHashMap(size);
        }

        Verdict verdict(UserId user) {
            Issuance held = grantedTo.get(user);
            if (held == null) {
                held = holders.find(user);
            }
            if (held != null) {
                return new Verdict.Held(held);
            }
            if (state != CampaignState.OPEN) {
                return new Verdict.Denied(state);
            }
            return granted.size() < campaign.remaining()
                    ? grant(user)
                    : new Verdict.Denied(CampaignState.SOLD_OUT);
        }

        Verdict grant(UserId user) {
            int ordinal = campaign.issued() + granted.size() + 1;
            Issuance issuance = new Issuance(ordinal, user, nowMicros);
            granted.add(issuance);
            grantedTo.put(user, issuance);
            return new Verdict.Granted(issuance);
        }
    }
}
