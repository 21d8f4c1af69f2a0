package io.firstcome.verify.history;

import static java.util.stream.Collectors.joining;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.Fact;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.check.Told;
import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/// Writes a history line by line.
final class HistoryWriter {
    private final Writer out;

    HistoryWriter(Writer out) {
        this.out = out;
    }

    void write(History history) throws IOException {
        writeLine(header(history));
        for (Ask ask : history.asks()) {
            writeLine(ask(ask));
        }
        writeListing(history.before());
        writeListing(history.after());
    }

    private void writeListing(Listing listing) throws IOException {
        for (Coupon coupon : listing.coupons()) {
            writeLine(coupon(coupon));
        }
        for (String code : listing.codes()) {
            writeLine("{\"code\":" + quote(code) + "}");
        }
    }

    private void writeLine(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static String header(History history) {
        Campaign campaign = history.campaign();
        return """
        {"format":"%s","version":%d,"campaignId":%s,"limit":%s,"start":%s,"end":%s,\
        "clockUncertaintyNanos":%d,"untold":"%s","codeForm":%s,"falseStatuses":%s,"asks":%d,"before":%s,"after":%s}\
        """
                .formatted(
                        HistoryFile.FORMAT,
                        HistoryFile.VERSION,
                        quote(campaign.id()),
                        campaign.limit(),
                        time(campaign.start()),
                        time(campaign.end()),
                        history.clockUncertaintyNanos(),
                        untold(history.told()),
                        textOrNull(history.told().codeForm()),
                        falseStatuses(history.told()),
                        history.asks().size(),
                        counts(history.before()),
                        counts(history.after()));
    }

    private static String untold(Told told) {
        return told.untold().stream().sorted().map(Fact::name).collect(joining(","));
    }

    private static String falseStatuses(Told told) {
        return told.falseStatuses().stream()
                .map(HistoryWriter::quote)
                .collect(joining(",", "[", "]"));
    }

    private static String textOrNull(@Nullable String text) {
        return text == null ? "null" : quote(text);
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "null" : "\"" + time + "\"";
    }

    private static String counts(Listing listing) {
        return "{\"coupons\":%d,\"codes\":%d,\"issuedCount\":%d,\"failure\":%s}"
                .formatted(
                        listing.coupons().size(),
                        listing.codes().size(),
                        listing.issuedCount(),
                        textOrNull(listing.failure()));
    }

    private static String ask(Ask ask) {
        return "{\"user\":"
                + quote(ask.userId())
                + due(ask)
                + ",\"sent\":"
                + ask.sentNanos()
                + ",\"done\":"
                + ask.doneNanos()
                + ","
                + outcome(ask.outcome())
                + "}";
    }

    private static String due(Ask ask) {
        return ask.dueNanos() == ask.sentNanos() ? "" : ",\"due\":" + ask.dueNanos();
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Issued(Coupon coupon, boolean again) ->
                    "\"issued\":" + coupon(coupon) + ",\"again\":" + again;
            case Refused(Refusal refusal) -> "\"refused\":\"" + refusal.name() + "\"";
            case Unknown(String cause) -> "\"unknown\":" + quote(cause);
            case Unexpected(String answer) -> "\"unexpected\":" + quote(answer);
        };
    }

    private static String coupon(Coupon coupon) {
        return "{\"user\":"
                + quote(coupon.userId())
                + ",\"ordinal\":"
                + coupon.ordinal()
                + ",\"code\":"
                + quote(coupon.code())
                + ",\"issuedAt\":\""
                + coupon.issuedAt()
                + "\"}";
    }

    /// Surrogates are escaped: a server may have sent one without its other half, and UTF-8 has no
    /// form for it.
    private static String quote(String text) {
        String quoted = Json.quote(text);
        if (quoted.chars().noneMatch(letter -> Character.isSurrogate((char) letter))) {
            return quoted;
        }
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; index < quoted.length(); index++) {
            char letter = quoted.charAt(index);
            if (Character.isSurrogate(letter)) {
                escaped.append(String.format("\\u%04x", (int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
