package io.firstcome.cli.move;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiRole;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Revision;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.code.CodeKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// All of a ledger but its coupons, and how to know whether they are complete. As a text it is
/// lines of fields with tabs between; no field has a tab or the end of a line in it.
///
/// @param codeKey the key of all codes: a secret
/// @param micros the time of the ledger, later than everything in it
record Manifest(CodeKey codeKey, long micros, List<Entry> entries, List<ApiKey> keys) {
    /// The newest format that this program knows.
    static final int FORMAT = 1;

    private static final String FIRST = "firstcome-export\t";
    private static final String LAST = "sha256\t";
    private static final String NONE = "-";

    Manifest {
        entries = List.copyOf(entries);
        keys = List.copyOf(keys);
    }

    /// A campaign.
    ///
    /// @param sha256 [Checksum] of its coupons
    record Entry(Campaign campaign, String sha256) {}

    /// The same digits only for the very same manifest.
    String print() {
        return Checksum.of(body());
    }

    /// The text; its last line tells whether what stands before it is complete.
    String text() {
        return body() + LAST + print() + "\n";
    }

    private String body() {
        StringBuilder text = new StringBuilder(FIRST).append(FORMAT).append('\n');
        append(text, "code-key", HexFormat.of().formatHex(codeKey.bytes()));
        append(text, "time-micros", micros);
        entries.forEach(entry -> append(text, entry));
        keys.forEach(key -> append(text, key));
        return text.toString();
    }

    private static void append(StringBuilder text, Entry entry) {
        Campaign campaign = entry.campaign();
        Window window = campaign.terms().window();
        append(
                text,
                "campaign",
                campaign.number(),
                campaign.id(),
                campaign.terms().name(),
                campaign.terms().quantity(),
                window.startMicros(),
                window.hasEnd() ? window.endMicros() : NONE,
                campaign.paused(),
                campaign.issued(),
                campaign.revision().version(),
                campaign.revision().createdAtMicros(),
                campaign.revision().updatedAtMicros(),
                entry.sha256());
    }

    private static void append(StringBuilder text, ApiKey key) {
        Long revoked = key.revokedAtMicros();
        append(
                text,
                "key",
                key.hash(),
                key.role().shown(),
                key.name(),
                key.createdAtMicros(),
                revoked == null ? NONE : revoked);
    }

    private static void append(StringBuilder text, String kind, Object... values) {
        text.append(kind);
        for (Object value : values) {
            text.append('\t').append(value);
        }
        text.append('\n');
    }

    /// Reads what [#text] made.
    ///
    /// @throws IllegalArgumentException when it is not that
    static Manifest parse(String text) {
        requireKnown(text);
        int last = text.lastIndexOf(LAST);
        if (last < 0 || !text.equals(completed(text.substring(0, last)))) {
            throw new IllegalArgumentException(
                    "sha256: not that of the lines before it (expected: what was exported)");
        }
        return read(text.substring(0, last).lines().skip(1).toList());
    }

    private static String completed(String body) {
        return body + LAST + Checksum.of(body) + "\n";
    }

    private static void requireKnown(String text) {
        String first = text.lines().findFirst().orElse("");
        if (!first.equals(FIRST + FORMAT)) {
            throw new IllegalArgumentException(
                    "format: %s (expected: %s; another version of this program wrote it)"
                            .formatted(first, FIRST + FORMAT));
        }
    }

    private static Manifest read(List<String> lines) {
        CodeKey codeKey = new CodeKey(HexFormat.of().parseHex(fields(lines.get(0))[1]));
        long micros = Long.parseLong(fields(lines.get(1))[1]);
        List<Entry> entries = new ArrayList<>();
        List<ApiKey> keys = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] fields = fields(line);
            if (fields[0].equals("campaign")) {
                entries.add(entry(fields));
            } else {
                keys.add(key(fields));
            }
        }
        return new Manifest(codeKey, micros, entries, keys);
    }

    /// Empty ones at the end, too.
    private static String[] fields(String line) {
        return line.split("\t", -1);
    }

    private static Entry entry(String[] fields) {
        Long end = number(fields[6]);
        Window window =
                new Window(Long.parseLong(fields[5]), end == null ? Window.NO_END : (long) end);
        Campaign campaign =
                new Campaign(
                        Long.parseLong(fields[1]),
                        new CampaignId(fields[2]),
                        new CampaignTerms(fields[3], Integer.parseInt(fields[4]), window),
                        Boolean.parseBoolean(fields[7]),
                        Integer.parseInt(fields[8]),
                        new Revision(
                                Long.parseLong(fields[9]),
                                Long.parseLong(fields[10]),
                                Long.parseLong(fields[11])));
        return new Entry(campaign, fields[12]);
    }

    private static ApiKey key(String[] fields) {
        return new ApiKey(
                fields[1],
                ApiRole.valueOf(fields[2].toUpperCase(Locale.ROOT)),
                fields[3],
                Long.parseLong(fields[4]),
                number(fields[5]));
    }

    private static @Nullable Long number(String field) {
        return field.equals(NONE) ? null : (Long) Long.parseLong(field);
    }
}
