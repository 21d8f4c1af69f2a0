package io.firstcome.verify.client;

import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.Listing;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What `admin.v1.CampaignService` tells of campaigns, in the judge's own terms.
public final class CampaignApi implements AutoCloseable {
    private static final String SERVICE = "admin.v1.CampaignService/";
    private static final int PAGE_SIZE = 5_000;
    private static final int CODES_MAX = 200_000;
    private static final int READS_MAX = 5;

    private final ConnectClient client;
    private final Duration patience;

    /// @param patience for how long a read is repeated while the server is away
    public CampaignApi(URI adminUrl, Duration patience) {
        this(adminUrl, patience, Caller.ANYBODY);
    }

    /// As above, of a server that demands a key or a certain trust.
    public CampaignApi(URI adminUrl, Duration patience, Caller caller) {
        client = new ConnectClient(adminUrl, caller);
        this.patience = patience;
    }

    /// Creates a campaign of `limit` coupons.
    public Campaign create(String name, long limit, Instant start) throws InterruptedException {
        return create(name, limit, start, null);
    }

    /// As above, with an end; null: none.
    public Campaign create(String name, long limit, Instant start, @Nullable Instant end)
            throws InterruptedException {
        Campaign unnamed = new Campaign("", limit, start, end);
        String id = create(unnamed, "\"name\":" + Json.quote(name));
        if (id.isEmpty()) {
            throw new ApiException("CreateCampaign: campaignId: absent (expected: an id)", false);
        }
        return new Campaign(id, limit, start, end);
    }

    /// Creates a campaign as it is told.
    public void create(Campaign campaign) throws InterruptedException {
        String _ =
                create(
                        campaign,
                        "\"campaignId\":" + Json.quote(campaign.id()) + ",\"name\":\"verify\"");
    }

    /// Returns its id.
    private String create(Campaign campaign, String names) throws InterruptedException {
        List<String> members = new ArrayList<>();
        members.add(names);
        members.add("\"issuanceStartTime\":" + Json.quote(campaign.start().toString()));
        if (campaign.limit() != null) {
            members.add("\"couponIssueLimit\":" + campaign.limit());
        }
        if (campaign.end() != null) {
            members.add("\"issuanceEndTime\":" + Json.quote(campaign.end().toString()));
        }
        String body = "{" + String.join(",", members) + "}";
        return client.call(SERVICE + "CreateCampaign", body).get("campaignId").text();
    }

    /// Reads a campaign that exists.
    public Campaign get(String campaignId) throws InterruptedException {
        Json campaign = read(campaignId, "BASIC").get("campaign");
        return told("GetCampaign", () -> campaign(campaignId, campaign));
    }

    /// What an answer tells, where it makes sense.
    private static <T> T told(String method, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw new ApiException(method + ": " + broken.getMessage(), false);
        }
    }

    private static Campaign campaign(String campaignId, Json campaign) {
        Json limit = campaign.get("couponIssueLimit");
        Instant start = instant(campaign.get("issuanceStartTime"));
        if (start == null) {
            throw new ApiException("GetCampaign: no issuanceStartTime", false);
        }
        return new Campaign(
                campaignId,
                limit.isPresent() ? limit.number() : null,
                start,
                instant(campaign.get("issuanceEndTime")));
    }

    /// How many coupons a campaign has issued.
    public long issuedCount(String campaignId) throws InterruptedException {
        Json count = read(campaignId, "BASIC").get("campaign").get("issuedCount");
        return told("GetCampaign", count::number);
    }

    /// The state of a campaign, by its name in the API.
    public String state(String campaignId) throws InterruptedException {
        return read(campaignId, "BASIC").get("campaign").get("state").text();
    }

    /// Everything a campaign has issued, told in both ways. More than 200,000 codes are not asked
    /// for in one reply: then the list speaks for both.
    ///
    /// What changes while it is read, because a request that was given up is served late, is read
    /// again.
    public Listing listing(String campaignId) throws InterruptedException {
        Listing listing = listingNow(campaignId);
        for (int again = 0; again < READS_MAX; again++) {
            if (issuedCount(campaignId) == listing.issuedCount()) {
                return listing;
            }
            listing = listingNow(campaignId);
        }
        return listing;
    }

    private Listing listingNow(String campaignId) throws InterruptedException {
        long issuedCount = issuedCount(campaignId);
        List<Coupon> coupons = coupons(campaignId);
        List<String> codes =
                issuedCount <= CODES_MAX
                        ? codes(campaignId)
                        : coupons.stream().map(Coupon::code).toList();
        return new Listing(coupons, codes, issuedCount);
    }

    private List<String> codes(String campaignId) throws InterruptedException {
        Json codes = read(campaignId, "FULL").get("couponCodes");
        return codes.elements().stream().map(Json::text).toList();
    }

    private Json read(String campaignId, String view) throws InterruptedException {
        String body =
                "{\"campaignId\":%s,\"view\":%s}"
                        .formatted(Json.quote(campaignId), Json.quote(view));
        return client.callUntil(patience, SERVICE + "GetCampaign", body);
    }

    private List<Coupon> coupons(String campaignId) throws InterruptedException {
        List<Coupon> coupons = new ArrayList<>();
        String pageToken = "";
        do {
            String body =
                    "{\"campaignId\":%s,\"pageSize\":%d,\"pageToken\":%s}"
                            .formatted(Json.quote(campaignId), PAGE_SIZE, Json.quote(pageToken));
            Json page = client.callUntil(patience, SERVICE + "ListCoupons", body);
            for (Json coupon : page.get("coupons").elements()) {
                coupons.add(told("ListCoupons", () -> coupon(coupon)));
            }
            pageToken = page.get("nextPageToken").text();
        } while (!pageToken.isEmpty());
        return coupons;
    }

    /// A coupon as the API writes it; `IllegalArgumentException` or `DateTimeException` when it is
    /// none.
    static Coupon coupon(Json json) {
        Instant issuedAt = instant(json.get("issuedAt"));
        if (issuedAt == null) {
            throw new IllegalArgumentException("issuedAt: absent (expected: RFC 3339)");
        }
        return new Coupon(
                json.get("userId").text(),
                json.get("ordinal").number(),
                json.get("code").text(),
                issuedAt);
    }

    static @Nullable Instant instant(Json json) {
        return json.isPresent() ? OffsetDateTime.parse(json.text()).toInstant() : null;
    }

    @Override
    public void close() {
        client.close();
    }
}
