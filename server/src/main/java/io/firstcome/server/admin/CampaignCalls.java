package io.firstcome.server.admin;

import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.CreateCampaignResponse;
import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.api.admin.v1.DeleteCampaignResponse;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignResponse;
import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.api.admin.v1.PauseCampaignResponse;
import io.firstcome.api.admin.v1.ResumeCampaignRequest;
import io.firstcome.api.admin.v1.ResumeCampaignResponse;
import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.api.admin.v1.UpdateCampaignResponse;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.issue.Campaigns;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.AlreadyExists;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.CreateOutcome.Full;
import io.firstcome.server.error.Arguments;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import org.jspecify.annotations.Nullable;

/// The calls that change campaigns.
final class CampaignCalls {
    private final Campaigns campaigns;
    private final CampaignMessages messages;
    private final CampaignIds ids;
    private final KeyedCreation keyedCreation;

    CampaignCalls(
            Campaigns campaigns, CampaignMessages messages, CampaignIds ids, KeyedCreation keyed) {
        this.campaigns = campaigns;
        this.keyedCreation = keyed;
        this.messages = messages;
        this.ids = ids;
    }

    /// @param idempotencyKey null when the request has none
    CreateCampaignResponse create(CreateCampaignRequest request, @Nullable String idempotencyKey) {
        CampaignTerms terms = Terms.of(request);
        CampaignId ownId =
                request.getCampaignId().isEmpty()
                        ? null
                        : Arguments.campaignId(request.getCampaignId());
        Campaign campaign;
        if (idempotencyKey == null) {
            campaign = created(campaigns.create(ownId == null ? ids.next() : ownId, terms));
        } else {
            IdempotencyKey key = IdempotencyKey.of(idempotencyKey, request);
            campaign = keyedCreation.create(key, ownId == null ? key.toId() : ownId, terms);
        }
        return CreateCampaignResponse.newBuilder()
                .setCampaignId(campaign.id().value())
                .setCampaign(messages.of(campaign))
                .build();
    }

    static Campaign created(CreateOutcome outcome) {
        return switch (outcome) {
            case Created(Campaign campaign) -> campaign;
            case AlreadyExists() -> throw new RpcException(Reason.ALREADY_EXISTS);
            case CreateOutcome.Refused(ChangeOutcome.Reason reason) ->
                    throw ChangeErrors.refused(reason);
            case Full(long campaignsMax) -> throw new RpcException(Reason.TOO_MANY_CAMPAIGNS);
        };
    }

    UpdateCampaignResponse update(UpdateCampaignRequest request) {
        CampaignId id = Arguments.campaignId(request.getCampaignId());
        return UpdateCampaignResponse.newBuilder()
                .setCampaign(change(id, request.getEtag(), Terms.of(request)))
                .build();
    }

    PauseCampaignResponse pause(PauseCampaignRequest request) {
        CampaignId id = Arguments.campaignId(request.getCampaignId());
        return PauseCampaignResponse.newBuilder()
                .setCampaign(change(id, request.getEtag(), new CampaignChange.Pause()))
                .build();
    }

    ResumeCampaignResponse resume(ResumeCampaignRequest request) {
        CampaignId id = Arguments.campaignId(request.getCampaignId());
        return ResumeCampaignResponse.newBuilder()
                .setCampaign(change(id, request.getEtag(), new CampaignChange.Resume()))
                .build();
    }

    EndCampaignResponse end(EndCampaignRequest request) {
        CampaignId id = Arguments.campaignId(request.getCampaignId());
        return EndCampaignResponse.newBuilder()
                .setCampaign(change(id, request.getEtag(), new CampaignChange.End()))
                .build();
    }

    DeleteCampaignResponse delete(DeleteCampaignRequest request) {
        CampaignId id = Arguments.campaignId(request.getCampaignId());
        changed(campaigns.delete(id, Etags.version(request.getEtag())));
        return DeleteCampaignResponse.getDefaultInstance();
    }

    private io.firstcome.api.admin.v1.Campaign change(
            CampaignId id, String etag, CampaignChange change) {
        return messages.of(changed(campaigns.change(id, Etags.version(etag), change)));
    }

    private static Campaign changed(ChangeOutcome outcome) {
        return switch (outcome) {
            case Changed(Campaign campaign) -> campaign;
            case Deleted(Campaign campaign) -> campaign;
            case NotFound() -> throw ChangeErrors.notFound();
            case Outdated(long version) -> throw ChangeErrors.outdated(version);
            case Refused(ChangeOutcome.Reason reason) -> throw ChangeErrors.refused(reason);
        };
    }
}
