package io.firstcome.server.admin;

import io.firstcome.api.admin.v1.CampaignView;
import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.api.admin.v1.GetCampaignResponse;
import io.firstcome.api.admin.v1.GetSimpleCampaignRequest;
import io.firstcome.api.admin.v1.GetSimpleCampaignResponse;
import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.ListCampaignsResponse;
import io.firstcome.api.admin.v1.ListCouponsRequest;
import io.firstcome.api.admin.v1.ListCouponsResponse;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.Board;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.server.error.Arguments;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.util.Arrays;
import java.util.List;

/// The calls that read campaigns. One campaign's picture, and so all its codes, come from the
/// board: codes follow from the campaign's number and its count alone.
final class CampaignReads {
    /// The most codes that go into one reply.
    static final int CODES_MAX = 200_000;

    private static final int CODES_AT_ONCE = 1_000;

    private final Board board;
    private final Ledger ledger;
    private final CampaignMessages messages;

    CampaignReads(Board board, Ledger ledger) {
        this.board = board;
        this.ledger = ledger;
        this.messages = new CampaignMessages(ledger);
    }

    GetCampaignResponse get(GetCampaignRequest request) {
        Campaign campaign = campaign(request.getCampaignId());
        GetCampaignResponse.Builder response =
                GetCampaignResponse.newBuilder().setCampaign(messages.of(campaign));
        if (request.getView() != CampaignView.BASIC) {
            addCodes(response, campaign);
        }
        return response.build();
    }

    private void addCodes(GetCampaignResponse.Builder response, Campaign campaign) {
        if (campaign.issued() > CODES_MAX) {
            throw new RpcException(Reason.TOO_MANY_CODES);
        }
        CouponCodes codes = new CouponCodes(ledger.codeKey());
        for (int first = 1; first <= campaign.issued(); first += CODES_AT_ONCE) {
            int count = Math.min(CODES_AT_ONCE, campaign.issued() - first + 1);
            response.addAllCouponCodes(Arrays.asList(codes.codes(campaign.number(), first, count)));
        }
    }

    GetSimpleCampaignResponse getSimple(GetSimpleCampaignRequest request) {
        return GetSimpleCampaignResponse.newBuilder()
                .setCampaign(messages.of(campaign(request.getCampaignId())))
                .build();
    }

    ListCampaignsResponse list(ListCampaignsRequest request) {
        int size = Arguments.pageSize(request.getPageSize(), 100, 1_000);
        long after = Arguments.pageToken(request.getPageToken(), 0);
        List<Campaign> page = ledger.campaigns(after, size + 1);
        ListCampaignsResponse.Builder response = ListCampaignsResponse.newBuilder();
        page.stream().limit(size).map(messages::of).forEach(response::addCampaigns);
        if (page.size() > size) {
            response.setNextPageToken(Arguments.nextPageToken(page.get(size - 1).number()));
        }
        return response.build();
    }

    ListCouponsResponse listCoupons(ListCouponsRequest request) {
        Campaign campaign = campaign(request.getCampaignId());
        int size = Arguments.pageSize(request.getPageSize(), 1_000, 10_000);
        long after = Arguments.pageToken(request.getPageToken(), 0);
        if (after < 0 || after > CampaignTerms.QUANTITY_MAX) {
            throw Arguments.invalid("pageToken", "expected: nextPageToken of an earlier page");
        }
        List<Issuance> page = ledger.issuances(campaign.number(), (int) after, size);
        ListCouponsResponse.Builder response =
                ListCouponsResponse.newBuilder()
                        .addAllCoupons(CouponPage.coupons(ledger, campaign, page));
        if (!page.isEmpty() && page.getLast().ordinal() < campaign.issued()) {
            response.setNextPageToken(Arguments.nextPageToken(page.getLast().ordinal()));
        }
        return response.build();
    }

    private Campaign campaign(String id) {
        Campaign campaign = board.campaign(Arguments.campaignId(id));
        if (campaign == null) {
            throw ChangeErrors.notFound();
        }
        return campaign;
    }
}
