package io.firstcome.server.admin;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.util.OptionalLong;

/// A campaign's version as an entity tag, which guards against lost updates.
final class Etags {
    private Etags() {}

    static String of(Campaign campaign) {
        return Long.toString(campaign.revision().version());
    }

    /// The version a caller expects; empty when any will do. A tag that no campaign ever had
    /// matches none.
    static OptionalLong version(String etag) {
        if (etag.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!etag.matches("[1-9][0-9]{0,17}")) {
            throw new RpcException(Reason.ETAG_MISMATCH);
        }
        return OptionalLong.of(Long.parseLong(etag));
    }
}
