package io.firstcome.verify.history;

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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads a history line by line.
final class HistoryReader {
    /// What makes an object of a line.
    @FunctionalInterface
    private interface Parser<T> {
        T parse(Line line) throws HistoryFormatException;
    }

    private final LineReader lines;

    HistoryReader(LineReader lines) {
        this.lines = lines;
    }

    History read() throws IOException {
        Line header = lines.next("a header");
        checkVersion(header);
        Campaign campaign =
                new Campaign(
                        header.text("campaignId"),
                        header.optionalNumber("limit"),
                        header.instant("start"),
                        header.optionalInstant("end"));
        long uncertaintyNanos = header.number("clockUncertaintyNanos");
        if (uncertaintyNanos < 0) {
            throw lines.broken("clockUncertaintyNanos: " + uncertaintyNanos + " (expected: >= 0)");
        }
        Told told = told(header);
        List<Ask> asks = readAll(header.number("asks"), "an ask", HistoryReader::ask);
        Listing before = listing(header.object("before"));
        Listing after = listing(header.object("after"));
        lines.requireEnd();
        return new History(campaign, uncertaintyNanos, asks, before, after, told);
    }

    private static Told told(Line header) throws HistoryFormatException {
        Set<Fact> untold = EnumSet.noneOf(Fact.class);
        String names = header.text("untold");
        try {
            for (String name : names.isEmpty() ? new String[0] : names.split(",", -1)) {
                untold.add(Fact.valueOf(name));
            }
        } catch (IllegalArgumentException _) {
            throw header.broken("untold", header.json().get("untold"), "names of facts");
        }
        List<String> falseStatuses =
                header.json().get("falseStatuses").elements().stream().map(Json::text).toList();
        return new Told(untold, textOrNull(header, "codeForm"), falseStatuses);
    }

    private static @Nullable String textOrNull(Line line, String field)
            throws HistoryFormatException {
        return line.has(field) ? line.text(field) : null;
    }

    private void checkVersion(Line header) throws HistoryFormatException {
        if (!header.json().get("format").text().equals(HistoryFile.FORMAT)) {
            throw header.broken("format", header.json().get("format"), HistoryFile.FORMAT);
        }
        long version = header.number("version");
        if (version != HistoryFile.VERSION) {
            String newer = version > HistoryFile.VERSION ? ", the file is of a newer verify" : "";
            throw header.broken(
                    "version", header.json().get("version"), HistoryFile.VERSION + newer);
        }
    }

    private Listing listing(Line counts) throws IOException {
        long issuedCount = counts.number("issuedCount");
        List<Coupon> coupons = readAll(counts.number("coupons"), "a coupon", HistoryReader::coupon);
        List<String> codes = readAll(counts.number("codes"), "a code", line -> line.text("code"));
        return new Listing(coupons, codes, issuedCount, textOrNull(counts, "failure"));
    }

    private <T> List<T> readAll(long count, String what, Parser<T> parser) throws IOException {
        List<T> all = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            all.add(parser.parse(lines.next(what)));
        }
        return all;
    }

    private static Ask ask(Line line) throws HistoryFormatException {
        long sent = line.number("sent");
        long done = line.number("done");
        if (done < sent) {
            throw line.broken("done", line.json().get("done"), ">= " + sent);
        }
        return new Ask(line.text("user"), due(line, sent), sent, done, outcome(line));
    }

    /// Of a file of before it was written down, the time of sending.
    private static long due(Line line, long sent) throws HistoryFormatException {
        long due = line.has("due") ? line.number("due") : sent;
        if (due > sent) {
            throw line.broken("due", line.json().get("due"), "<= " + sent);
        }
        return due;
    }

    private static Outcome outcome(Line line) throws HistoryFormatException {
        if (line.has("issued")) {
            return new Issued(coupon(line.object("issued")), line.flag("again"));
        }
        if (line.has("unknown")) {
            return new Unknown(line.text("unknown"));
        }
        if (line.has("unexpected")) {
            return new Unexpected(line.text("unexpected"));
        }
        return new Refused(line.constant("refused", Refusal.class));
    }

    private static Coupon coupon(Line line) throws HistoryFormatException {
        return new Coupon(
                line.text("user"),
                line.number("ordinal"),
                line.text("code"),
                line.instant("issuedAt"));
    }
}
