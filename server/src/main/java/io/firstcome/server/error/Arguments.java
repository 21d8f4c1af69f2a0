package io.firstcome.server.error;

import io.firstcome.connect.Shown;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;

/// Reads arguments that several calls have; each throws [RpcException] naming the field where one
/// is not valid.
public final class Arguments {
    private Arguments() {}

    public static CampaignId campaignId(String text) {
        return campaignId("campaignId", text);
    }

    /// A campaign's identifier in a field of another name.
    public static CampaignId campaignId(String field, String text) {
        if (!CampaignId.isValid(text)) {
            throw invalid(field, Shown.of(text) + " (expected: " + CampaignId.expectation() + ")");
        }
        return new CampaignId(text);
    }

    public static UserId userId(String text) {
        if (!UserId.isValid(text)) {
            throw invalid(
                    "userId",
                    text.length() + " characters (expected: " + UserId.expectation() + ")");
        }
        return new UserId(text);
    }

    /// How many entries a page gets.
    ///
    /// @param pageSize as asked for; 0 for the default
    public static int pageSize(int pageSize, int defaultSize, int max) {
        if (pageSize < 0 || pageSize > max) {
            throw invalid("pageSize", pageSize + " (expected: 0 to " + max + ")");
        }
        return pageSize == 0 ? defaultSize : pageSize;
    }

    /// The position that a page token made of a number stands for.
    ///
    /// @param first where the first page begins, when the token is empty
    public static long pageToken(String token, long first) {
        if (token.isEmpty()) {
            return first;
        }
        try {
            return Long.parseLong(token, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw invalid(
                    "pageToken", Shown.of(token) + " (expected: nextPageToken of an earlier page)");
        }
    }

    /// The token of the page that begins after `position`.
    public static String nextPageToken(long position) {
        return Long.toString(position, Character.MAX_RADIX);
    }

    public static RpcException invalid(String field, String problem) {
        return new RpcException(Errors.invalid(field, problem));
    }
}
