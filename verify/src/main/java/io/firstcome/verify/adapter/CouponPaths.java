package io.firstcome.verify.adapter;

import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;

/// Where in an answer, or in an entry of the list, a coupon is told; null: it is not.
record CouponPaths(
        @Nullable Pointer user,
        @Nullable Pointer id,
        @Nullable Pointer code,
        @Nullable Pointer ordinal,
        @Nullable Pointer issuedAt) {

    /// Tells nothing of a coupon.
    static final CouponPaths NONE = new CouponPaths(null, null, null, null, null);

    private static final long MILLIS_FROM = 100_000_000_000L;

    static CouponPaths of(YamlSection section) {
        section.only("user", "id", "code", "ordinal", "issued-at");
        return new CouponPaths(
                section.optionalPointer("user"),
                section.optionalPointer("id"),
                section.optionalPointer("code"),
                section.optionalPointer("ordinal"),
                section.optionalPointer("issued-at"));
    }

    /// What is told there; `IllegalArgumentException` or `DateTimeException` for senseless values.
    Entry read(Json json) {
        String number = text(ordinal, json);
        String time = text(issuedAt, json);
        return new Entry(
                text(user, json),
                text(id, json),
                text(code, json),
                number.isEmpty() ? 0 : Long.parseLong(number),
                time.isEmpty() ? null : instant(time));
    }

    private static String text(@Nullable Pointer pointer, Json json) {
        return pointer == null ? "" : pointer.in(json).text();
    }

    /// RFC 3339, or seconds or milliseconds since the epoch.
    static Instant instant(String text) {
        if (!text.matches("\\d+")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        long number = Long.parseLong(text);
        return number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    /// A coupon as it is told: empty, 0 and null stand for what is not.
    record Entry(String user, String id, String code, long ordinal, @Nullable Instant issuedAt) {}
}
