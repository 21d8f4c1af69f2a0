package io.firstcome.verify.adapter;

import io.firstcome.check.Coupon;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.client.Json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads answers by an adapter's rules.
final class AdaptedAnswers {
    private static final int SHOWN_MAX = 120;

    private final Adapter adapter;
    private final UnaryOperator<String> crowdNames;
    private final Set<String> falseStatuses;

    /// @param crowdNames gives the crowd's name of somebody whom the system names so
    /// @param falseStatuses gets the refusals that come with the status of a success or a fault
    AdaptedAnswers(Adapter adapter, UnaryOperator<String> crowdNames, Set<String> falseStatuses) {
        this.adapter = adapter;
        this.crowdNames = crowdNames;
        this.falseStatuses = falseStatuses;
    }

    /// What an answer with this status and body says. Where no rule fits, a fault of the server
    /// leaves open what happened.
    Outcome read(int status, String body) {
        Json json = json(body);
        for (Rule rule : adapter.answers()) {
            if (rule.fits(status, body, json)) {
                return outcome(rule.meaning(), status, body, json);
            }
        }
        return status >= 500
                ? new Unknown("HTTP " + status + " " + shown(body))
                : unexpected(status, body);
    }

    /// An answer that is no JSON has nothing anywhere.
    private static Json json(String body) {
        try {
            return Json.parse(body);
        } catch (IllegalArgumentException _) {
            return Json.parse("null");
        }
    }

    private Outcome outcome(Meaning meaning, int status, String body, Json json) {
        Refusal refusal = meaning.refusal();
        if (refusal != null) {
            noteStatus(refusal, status);
            return new Refused(refusal);
        }
        if (meaning == Meaning.UNKNOWN) {
            return new Unknown("HTTP " + status + " " + shown(body));
        }
        boolean again = meaning == Meaning.ISSUED_AGAIN;
        try {
            CouponPaths.Entry told = adapter.coupon().read(json);
            String key = adapter.key(told);
            if (key.isEmpty() && adapter.answersTellWhich()) {
                return again ? new Refused(Refusal.ALREADY_ISSUED) : unexpected(status, body);
            }
            return new Issued(coupon(told, key), again);
        } catch (IllegalArgumentException | DateTimeException _) {
            return unexpected(status, body);
        }
    }

    /// A fault says truly that a request was not tried.
    private void noteStatus(Refusal refusal, int status) {
        boolean fault = status >= 500 && refusal != Refusal.NOT_ATTEMPTED;
        if (fault || status / 100 == 2) {
            falseStatuses.add(refusal + " with HTTP " + status);
        }
    }

    /// The coupon as far as told; the rest, also whose it is where that is empty, is known when the
    /// list is read.
    private Coupon coupon(CouponPaths.Entry told, String key) {
        Instant issuedAt = told.issuedAt();
        return new Coupon(
                told.user().isEmpty() ? "" : crowdNames.apply(told.user()),
                told.ordinal(),
                key,
                issuedAt == null ? Instant.EPOCH : issuedAt);
    }

    private static Outcome unexpected(int status, String body) {
        return new Unexpected("HTTP " + status + " " + shown(body));
    }

    private static String shown(String body) {
        return body.length() <= SHOWN_MAX ? body : body.substring(0, SHOWN_MAX) + "...";
    }
}
