package io.firstcome.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Coupon;
import io.firstcome.verify.client.Json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Says what a [ToyServer] hears and answers in Connect's JSON in other protocols.
enum ToyDialect {
    JSON,
    PROTO,
    REST;

    static ToyDialect of(String path, String contentType) {
        if (contentType.equals("application/proto")) {
            return PROTO;
        }
        return path.startsWith("/v1/") ? REST : JSON;
    }

    Json request(String path, byte[] body) {
        return switch (this) {
            case JSON -> Json.parse(new String(body, UTF_8));
            case PROTO -> fromProto(ByteBuffer.wrap(body));
            case REST -> {
                String userId = Json.parse(new String(body, UTF_8)).get("userId").text();
                String campaignId =
                        path.substring("/v1/campaigns/".length(), path.lastIndexOf('/'));
                yield request(campaignId, userId);
            }
        };
    }

    private static Json fromProto(ByteBuffer body) {
        String campaignId = text(body, 1);
        String userId = text(body, 2);
        if (body.hasRemaining()) {
            throw new IllegalArgumentException("body: longer (expected: two texts)");
        }
        return request(campaignId, userId);
    }

    private static String text(ByteBuffer body, int field) {
        if (body.get() != (field << 3 | 2)) {
            throw new IllegalArgumentException("field: another (expected: " + field + ")");
        }
        byte[] text = new byte[body.get()];
        body.get(text);
        return new String(text, UTF_8);
    }

    private static Json request(String campaignId, String userId) {
        return Json.parse(
                "{\"campaignId\":%s,\"userId\":%s}"
                        .formatted(Json.quote(campaignId), Json.quote(userId)));
    }

    /// @param answer what Connect says in JSON
    byte[] answer(String answer) {
        Json json = Json.parse(answer);
        boolean refused = json.get("code").isPresent();
        return switch (this) {
            case PROTO -> refused ? answer.getBytes(UTF_8) : toProto(json);
            case REST -> refused ? problem(json) : answer.getBytes(UTF_8);
            case JSON -> answer.getBytes(UTF_8);
        };
    }

    private static byte[] problem(Json error) {
        String reason =
                error.get("details").elements().getFirst().get("debug").get("reason").text();
        return "{\"code\":%s,\"reason\":%s}"
                .formatted(Json.quote(error.get("code").text()), Json.quote(reason))
                .getBytes(UTF_8);
    }

    private static byte[] toProto(Json response) {
        Json json = response.get("coupon");
        Coupon coupon =
                new Coupon(
                        json.get("userId").text(),
                        json.get("ordinal").number(),
                        json.get("code").text(),
                        Instant.parse(json.get("issuedAt").text()));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        part(message, 1, coupon(coupon));
        if (response.get("alreadyIssued").isTrue()) {
            number(message, 2, 1);
        }
        return message.toByteArray();
    }

    private static byte[] coupon(Coupon coupon) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        part(message, 2, coupon.userId().getBytes(UTF_8));
        number(message, 3, coupon.ordinal());
        part(message, 4, coupon.code().getBytes(UTF_8));
        ByteArrayOutputStream issuedAt = new ByteArrayOutputStream();
        Instant instant = coupon.issuedAt();
        number(issuedAt, 1, instant.getEpochSecond());
        number(issuedAt, 2, instant.getNano());
        part(message, 5, issuedAt.toByteArray());
        return message.toByteArray();
    }

    private static void part(ByteArrayOutputStream message, int field, byte[] part) {
        message.write(field << 3 | 2);
        varint(message, part.length);
        message.writeBytes(part);
    }

    private static void number(ByteArrayOutputStream message, int field, long number) {
        message.write(field << 3);
        varint(message, number);
    }

    private static void varint(ByteArrayOutputStream message, long number) {
        long rest = number;
        while (rest >= 0x80) {
            message.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        message.write((int) rest);
    }
}
