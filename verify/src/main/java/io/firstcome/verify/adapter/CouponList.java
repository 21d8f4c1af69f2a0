package io.firstcome.verify.adapter;

import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How to read what was issued.
///
/// @param entry where the parts of a coupon stand in an entry
/// @param count where the system counts its coupons, in the first page; null: it does not
/// @param settle the list is read again until it has not grown for so long
record CouponList(Source source, CouponPaths entry, @Nullable Pointer count, Duration settle) {
    private static final int SETTLE_ROUNDS_MAX = 60;
    private static final int PAGES_MAX = 100_000;

    /// Where the entries come from.
    sealed interface Source {}

    /// @param entries where an answer has its entries
    /// @param next where it has the token of the next page; null: it does not
    /// @param firstPage the number of the first page; null: pages have no numbers
    record Pages(
            Request request, Pointer entries, @Nullable Pointer next, @Nullable Integer firstPage)
            implements Source {}

    /// A program that prints one entry a line, its fields with tabs between: `/0`, `/1` and so on.
    record Program(List<String> command) implements Source {}

    /// What was read.
    ///
    /// @param count as the system itself counts, else the number of entries
    record Read(List<CouponPaths.Entry> entries, long count) {}

    static @Nullable CouponList of(@Nullable YamlSection section) {
        if (section == null) {
            return null;
        }
        section.only(
                "server",
                "method",
                "path",
                "headers",
                "body",
                "command",
                "entries",
                "entry",
                "count",
                "paging",
                "settle-seconds");
        Integer settle = section.optionalNumber("settle-seconds");
        return new CouponList(
                section.has("command") ? program(section) : pages(section),
                CouponPaths.of(section.section("entry")),
                section.optionalPointer("count"),
                Duration.ofSeconds(settle == null ? 0 : settle));
    }

    private static Source program(YamlSection section) {
        section.only("command", "entry", "settle-seconds");
        return new Program(section.texts("command"));
    }

    private static Source pages(YamlSection section) {
        YamlSection paging = section.optionalSection("paging");
        if (paging == null) {
            Request request = Request.of(section, true, List.of("campaign"));
            return new Pages(request, section.pointer("entries"), null, null);
        }
        paging.only("next", "first-page");
        if (paging.has("next") == paging.has("first-page")) {
            throw section.wrong("paging", "both or none of its keys", "next or first-page");
        }
        Request request = Request.of(section, true, List.of("campaign", "page"));
        return new Pages(
                request,
                section.pointer("entries"),
                paging.optionalPointer("next"),
                paging.optionalNumber("first-page"));
    }

    /// Runs the program that prints the list, if there is one: that it can not be run from here is
    /// told before anybody asks, and is no fault of the system.
    void requireProgram(String campaignId) throws InterruptedException {
        if (source instanceof Program program) {
            Commands.lines(program.command(), campaignId);
        }
    }

    /// Reads the whole list, once it has settled.
    Read read(HttpCalls calls, String campaignId) throws InterruptedException {
        Read read = readNow(calls, campaignId);
        for (int round = 0; settle.isPositive() && round < SETTLE_ROUNDS_MAX; round++) {
            Thread.sleep(settle);
            Read again = readNow(calls, campaignId);
            if (again.entries().size() == read.entries().size()) {
                return again;
            }
            read = again;
        }
        return read;
    }

    private Read readNow(HttpCalls calls, String campaignId) throws InterruptedException {
        List<Json> documents = new ArrayList<>();
        List<Json> found =
                switch (source) {
                    case Program program -> Commands.lines(program.command(), campaignId);
                    case Pages pages -> readPages(pages, calls, campaignId, documents);
                };
        try {
            List<CouponPaths.Entry> entries = found.stream().map(entry::read).toList();
            boolean counted = count != null && !documents.isEmpty();
            return new Read(entries, counted ? count(documents.getFirst()) : entries.size());
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw new ApiException("list: " + broken.getMessage(), false);
        }
    }

    private long count(Json document) {
        return count == null ? 0 : count.in(document).number();
    }

    private static List<Json> readPages(
            Pages pages, HttpCalls calls, String campaignId, List<Json> documents)
            throws InterruptedException {
        List<Json> all = new ArrayList<>();
        String page = pages.firstPage() == null ? "" : pages.firstPage().toString();
        for (int index = 0; index < PAGES_MAX; index++) {
            Map<String, String> values = Map.of("campaign", campaignId, "page", page);
            Json document = calls.callUntil(pages.request().with(values));
            List<Json> entries = pages.entries().in(document).elements();
            documents.add(document);
            all.addAll(entries);
            page = next(pages, document, index);
            if (page.isEmpty() || (pages.firstPage() != null && entries.isEmpty())) {
                return all;
            }
        }
        throw new ApiException("list: more than " + PAGES_MAX + " pages", false);
    }

    private static String next(Pages pages, Json document, int index) {
        if (pages.firstPage() != null) {
            return Integer.toString(pages.firstPage() + index + 1);
        }
        Pointer next = pages.next();
        return next == null ? "" : next.in(document).text();
    }
}
