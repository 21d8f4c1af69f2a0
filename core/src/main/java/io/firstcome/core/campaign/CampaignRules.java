package io.firstcome.core.campaign;

import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.ledger.CreateOutcome;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;
import java.util.function.Function;

/// What operators may do with campaigns, as functions of the campaign, the wish and the time. A
/// ledger applies them between two decisions, so each takes effect at one point of the sequence.
public final class CampaignRules {
    private CampaignRules() {}

    /// What becomes of a campaign that is to be created at `nowMicros`.
    ///
    /// @param isTaken whether another has this identifier
    /// @param created how many campaigns the ledger has created, the deleted ones too
    public static CreateOutcome create(
            CampaignId id, CampaignTerms terms, boolean isTaken, long created, long nowMicros) {
        if (isTaken) {
            return new CreateOutcome.AlreadyExists();
        }
        Refused refused = refusalOf(terms.window(), nowMicros);
        if (refused != null) {
            return new CreateOutcome.Refused(refused.reason());
        }
        return created == Campaign.NUMBER_MAX
                ? new CreateOutcome.Full(Campaign.NUMBER_MAX)
                : new CreateOutcome.Created(Campaign.create(created + 1, id, terms, nowMicros));
    }

    /// Whether `change` is to be made at a time later than every decision before it.
    public static boolean needsLaterTime(CampaignChange change) {
        return change instanceof CampaignChange.End;
    }

    /// What becomes of `change` at `nowMicros`.
    ///
    /// @param campaign as it stands; null when there is none
    /// @param version the version it must have; empty when any will do
    public static ChangeOutcome change(
            @Nullable Campaign campaign,
            OptionalLong version,
            CampaignChange change,
            long nowMicros) {
        return ofVersion(campaign, version, current -> change(current, change, nowMicros));
    }

    /// What becomes of a wish to delete a campaign.
    ///
    /// @param campaign as it stands; null when there is none
    /// @param version the version it must have; empty when any will do
    public static ChangeOutcome delete(@Nullable Campaign campaign, OptionalLong version) {
        return ofVersion(campaign, version, CampaignRules::delete);
    }

    private static ChangeOutcome ofVersion(
            @Nullable Campaign campaign,
            OptionalLong version,
            Function<Campaign, ChangeOutcome> rule) {
        if (campaign == null) {
            return new NotFound();
        }
        long current = campaign.revision().version();
        return version.isPresent() && version.getAsLong() != current
                ? new Outdated(current)
                : rule.apply(campaign);
    }

    /// What `change` makes of `campaign` at `nowMicros`, which for an end is later than every
    /// decision before it: no coupon carries a time that is not before the end.
    static ChangeOutcome change(Campaign campaign, CampaignChange change, long nowMicros) {
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
    static ChangeOutcome delete(Campaign campaign) {
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
