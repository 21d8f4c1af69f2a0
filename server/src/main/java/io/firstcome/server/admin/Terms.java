package io.firstcome.server.admin;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.server.Times;
import io.firstcome.server.error.Arguments;

import java.text.Normalizer;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what an operator sets of a campaign from requests.
final class Terms {
    private static final String NAME = "name";
    private static final String LIMIT = "coupon_issue_limit";
    private static final String START = "issuance_start_time";
    private static final String END = "issuance_end_time";
    private static final Set<String> CHANGEABLE = Set.of(NAME, LIMIT, START, END);

    private Terms() {}

    static CampaignTerms of(CreateCampaignRequest request) {
        if (!request.hasIssuanceStartTime()) {
            throw Arguments.invalid(
                    "issuanceStartTime",
                    "missing (expected: RFC 3339 with an offset, for example"
                            + " 2025-06-23T20:57:00+09:00)");
        }
        return new CampaignTerms(
                name(request.getName()),
                request.hasCouponIssueLimit()
                        ? quantity(request.getCouponIssueLimit())
                        : CampaignTerms.UNLIMITED,
                new Window(
                        micros("issuanceStartTime", request.getIssuanceStartTime()),
                        request.hasIssuanceEndTime()
                                ? micros("issuanceEndTime", request.getIssuanceEndTime())
                                : Window.NO_END));
    }

    static Amend of(UpdateCampaignRequest request) {
        Set<String> asked = asked(request);
        return new Amend(
                asked.contains(NAME) ? name(request.getName()) : null,
                asked.contains(LIMIT) ? amendedQuantity(request) : null,
                asked.contains(START) ? amendedStart(request) : null,
                asked.contains(END) ? amendedEnd(request) : null);
    }

    /// The fields a request wants changed: those of its mask, or those it has.
    private static Set<String> asked(UpdateCampaignRequest request) {
        if (request.getUpdateMask().getPathsCount() > 0) {
            Set<String> masked = Set.copyOf(request.getUpdateMask().getPathsList());
            masked.forEach(Terms::checkChangeable);
            return masked;
        }
        Set<String> present =
                request.getAllFields().keySet().stream()
                        .map(field -> field.getName())
                        .filter(CHANGEABLE::contains)
                        .collect(Collectors.toUnmodifiableSet());
        if (present.isEmpty()) {
            throw Arguments.invalid(
                    "updateMask",
                    "nothing to change (expected: one or more of name, couponIssueLimit,"
                            + " issuanceStartTime, issuanceEndTime)");
        }
        return present;
    }

    private static void checkChangeable(String path) {
        if (!CHANGEABLE.contains(path)) {
            throw Arguments.invalid(
                    "updateMask",
                    path
                            + " (expected: name, couponIssueLimit, issuanceStartTime,"
                            + " issuanceEndTime)");
        }
    }

    private static Integer amendedQuantity(UpdateCampaignRequest request) {
        return request.hasCouponIssueLimit()
                ? quantity(request.getCouponIssueLimit())
                : CampaignTerms.UNLIMITED;
    }

    private static Long amendedStart(UpdateCampaignRequest request) {
        if (!request.hasIssuanceStartTime()) {
            throw Arguments.invalid(
                    "issuanceStartTime", "missing (expected: a time; a start can not be cleared)");
        }
        return micros("issuanceStartTime", request.getIssuanceStartTime());
    }

    private static Long amendedEnd(UpdateCampaignRequest request) {
        return request.hasIssuanceEndTime()
                ? micros("issuanceEndTime", request.getIssuanceEndTime())
                : Window.NO_END;
    }

    private static String name(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!CampaignTerms.isValidName(name)) {
            throw Arguments.invalid("name", "expected: " + CampaignTerms.nameExpectation());
        }
        return name;
    }

    private static int quantity(int limit) {
        if (limit < 1 || limit > CampaignTerms.QUANTITY_MAX) {
            throw Arguments.invalid(
                    "couponIssueLimit",
                    limit
                            + " (expected: 1 to "
                            + CampaignTerms.QUANTITY_MAX
                            + ", or absent for unlimited)");
        }
        return limit;
    }

    private static long micros(String field, Timestamp timestamp) {
        if (!Timestamps.isValid(timestamp)) {
            throw Arguments.invalid(
                    field, "out of range (expected: the years 0001 to 9999, nanos 0 to 999999999)");
        }
        return Times.micros(timestamp);
    }
}
