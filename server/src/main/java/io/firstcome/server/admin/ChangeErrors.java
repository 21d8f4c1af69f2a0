package io.firstcome.server.admin;

import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.util.Map;

/// The errors that changes of campaigns are refused with.
final class ChangeErrors {
    private ChangeErrors() {}

    static RpcException notFound() {
        return new RpcException(Reason.NOT_FOUND);
    }

    static RpcException outdated(long version) {
        Map<String, String> facts = Map.of("etag", Long.toString(version));
        return new RpcException(Errors.of(Reason.ETAG_MISMATCH, facts));
    }

    static RpcException refused(ChangeOutcome.Reason reason) {
        return new RpcException(
                switch (reason) {
                    case CAMPAIGN_ENDED -> Reason.ENDED;
                    case CAMPAIGN_STARTED -> Reason.CAMPAIGN_STARTED;
                    case LIMIT_BELOW_ISSUED -> Reason.LIMIT_BELOW_ISSUED;
                    case END_NOT_AFTER_START -> Reason.END_NOT_AFTER_START;
                    case END_IN_THE_PAST -> Reason.END_IN_THE_PAST;
                    case COUPONS_ISSUED -> Reason.COUPONS_ISSUED;
                });
    }
}
