package io.firstcome.core.campaign;

import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;

import org.jspecify.annotations.Nullable;

/// Which changes a campaign allows, as functions of the campaign, the change and the time. A ledger
/// applies them between two decisions, so each change takes effect at one point of the sequence.
public final class CampaignRules {
    private CampaignRules() {}

    /// What a new campaign with these terms would be refused for at `nowMicros`; null when for
    /// nothing.
    public static @Nullable Refused refusalOf(CampaignTerms terms, long nowMicros) {
        return refusalOf(terms.window(), nowMicros);
    }

    /// What `change` makes of `campaign` at `nowMicros`, which for an end is later than every
    /// decision before it: no coupon carries a time that is not before the end.
    public static ChangeOutcome change(Campaign campaign, CampaignChange change, long nowMicros) {
        if (campaign.terms().window().hasEnded(nowMicros)) {
            return change instanceof CampaignChange.End
                    ? new Changed(campaign)
                    : new Refused(Reason.CAMPAIGN_ENDED);
        }
        return switch (change) {
            case CampaignChange.Pause() -> pause(campaign, true, nowMicros);
            case CampaignChange.Resume() -> pause(campaign, false, nowMicros);
            case CampaignChange.End() -> end(campaign, nowMicros);
            case CampaignChange.Amend amend -> amend(campaign, amend, nowMicros);
        };
    }

    /// Whether `campaign` may be deleted.
    public static ChangeOutcome delete(Campaign campaign) {
        return campaign.issued() == 0 ? new Deleted(campaign) : new Refused(Reason.COUPONS_ISSUED);
    }

    private static ChangeOutcome pause(Campaign campaign, boolean paused, long nowMicros) {
        return new Changed(
                campaign.paused() == paused
                        ? campaign
                        : campaign.revised(campaign.terms(), paused, nowMicros));
    }

    private static ChangeOutcome end(Campaign campaign, long nowMicros) {
        CampaignTerms terms = campaign.terms();
        Window ended = new Window(terms.window().startMicros(), nowMicros);
        CampaignTerms endedTerms = new CampaignTerms(terms.name(), terms.quantity(), ended);
        return new Changed(campaign.revised(endedTerms, campaign.paused(), nowMicros));
    }

    private static ChangeOutcome amend(
            Campaign campaign, CampaignChange.Amend amend, long nowMicros) {
        CampaignTerms terms = campaign.terms();
        CampaignTerms amended =
                new CampaignTerms(
                        orElse(amend.name(), terms.name()),
                        orElse(amend.quantity(), terms.quantity()),
                        new Window(
                                orElse(amend.startMicros(), terms.window().startMicros()),
                                orElse(amend.endMicros(), terms.window().endMicros())));
        Refused refusal = refusalOf(campaign, amended, nowMicros);
        if (refusal != null) {
            return refusal;
        }
        return new Changed(
                amended.equals(terms)
                        ? campaign
                        : campaign.revised(amended, campaign.paused(), nowMicros));
    }

    private static @Nullable Refused refusalOf(
            Campaign campaign, CampaignTerms amended, long nowMicros) {
        Window before = campaign.terms().window();
        Window after = amended.window();
        if (after.startMicros() != before.startMicros() && before.hasStarted(nowMicros)) {
            return new Refused(Reason.CAMPAIGN_STARTED);
        }
        if (amended.quantityMax() < campaign.issued()) {
            return new Refused(Reason.LIMIT_BELOW_ISSUED);
        }
        return refusalOf(after, nowMicros);
    }

    private static @Nullable Refused refusalOf(Window window, long nowMicros) {
        if (window.endMicros() <= window.startMicros()) {
            return new Refused(Reason.END_NOT_AFTER_START);
        }
        return window.hasEnded(nowMicros) ? new Refused(Reason.END_IN_THE_PAST) : null;
    }

    private static <T> T orElse(@Nullable T value, T other) {
        return value != null ? value : other;
    }
}
