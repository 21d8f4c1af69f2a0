package io.firstcome.verify.client;

import io.firstcome.check.Coupon;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.verify.load.Reply;

import java.time.DateTimeException;
import java.time.Instant;

/// Reads `issue.v1.IssueCouponResponse` in binary protobuf, and Connect's errors, which are JSON in
/// every case.
final class ProtoAnswerReader implements AnswerReader {
    private static final int COUPON = 1;
    private static final int ALREADY_ISSUED = 2;
    private static final int COUPON_USER_ID = 2;
    private static final int COUPON_ORDINAL = 3;
    private static final int COUPON_CODE = 4;
    private static final int COUPON_ISSUED_AT = 5;
    private static final int SECONDS = 1;
    private static final int NANOS = 2;

    private final AnswerReader errors = new RefusalMemory(ReplyReader::read);

    @Override
    public Outcome read(Reply reply) {
        return reply.status() == 200 ? success(reply.body()) : errors.read(reply);
    }

    static Outcome success(byte[] body) {
        try {
            ProtoMessage response = ProtoMessage.parse(body);
            return new Issued(
                    coupon(response.message(COUPON)), response.number(ALREADY_ISSUED) != 0);
        } catch (IllegalArgumentException | DateTimeException broken) {
            return new Unexpected("HTTP 200 " + broken.getMessage());
        }
    }

    private static Coupon coupon(ProtoMessage coupon) {
        if (!coupon.has(COUPON_ISSUED_AT)) {
            throw new IllegalArgumentException("issuedAt: absent (expected: a timestamp)");
        }
        ProtoMessage issuedAt = coupon.message(COUPON_ISSUED_AT);
        return new Coupon(
                coupon.text(COUPON_USER_ID),
                coupon.number(COUPON_ORDINAL),
                coupon.text(COUPON_CODE),
                Instant.ofEpochSecond(issuedAt.number(SECONDS), issuedAt.number(NANOS)));
    }
}
