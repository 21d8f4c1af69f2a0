package io.firstcome.server.issue;

import io.firstcome.api.issue.v1.GetServerTimeRequest;
import io.firstcome.api.issue.v1.GetServerTimeResponse;
import io.firstcome.api.issue.v1.GetUserCouponsRequest;
import io.firstcome.api.issue.v1.GetUserCouponsResponse;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.Board;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.UserCoupon;
import io.firstcome.server.Times;
import io.firstcome.server.error.Arguments;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.util.List;

/// The calls by which people look at what they have and at the clock.
final class IssueReads {
    private final Board board;
    private final Ledger ledger;

    IssueReads(Board board, Ledger ledger) {
        this.board = board;
        this.ledger = ledger;
    }

    GetUserCouponsResponse userCoupons(GetUserCouponsRequest request) {
        UserId user = Arguments.userId(request.getUserId());
        int size = Arguments.pageSize(request.getPageSize(), 100, 1_000);
        long before = Arguments.pageToken(request.getPageToken(), Long.MAX_VALUE);
        return request.getCampaignId().isEmpty()
                ? page(ledger.couponsOf(user, before, size + 1), size)
                : page(ofCampaign(user, request.getCampaignId()), size);
    }

    private List<UserCoupon> ofCampaign(UserId user, String campaignId) {
        Campaign campaign = board.campaign(Arguments.campaignId(campaignId));
        if (campaign == null) {
            throw new RpcException(Reason.NOT_FOUND);
        }
        return ledger.couponsOf(user, campaign.number() + 1, 1).stream()
                .filter(coupon -> coupon.campaignNumber() == campaign.number())
                .toList();
    }

    private GetUserCouponsResponse page(List<UserCoupon> coupons, int size) {
        CouponCodes codes = new CouponCodes(ledger.codeKey());
        GetUserCouponsResponse.Builder response = GetUserCouponsResponse.newBuilder();
        for (UserCoupon coupon : coupons.subList(0, Math.min(size, coupons.size()))) {
            String code = codes.code(coupon.campaignNumber(), coupon.issuance().ordinal());
            response.addCoupons(CouponMessages.message(coupon.campaign(), coupon.issuance(), code));
        }
        if (coupons.size() > size) {
            response.setNextPageToken(
                    Arguments.nextPageToken(coupons.get(size - 1).campaignNumber()));
        }
        return response.build();
    }

    GetServerTimeResponse serverTime(GetServerTimeRequest request) {
        return GetServerTimeResponse.newBuilder()
                .setServerTime(Times.timestamp(ledger.clock().nowMicros()))
                .build();
    }
}
