package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Coupon;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unexpected;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

class ProtoAnswerReaderTest {
    private static final Coupon COUPON = new Coupon("u", 300, "가나다", Instant.ofEpochSecond(150, 1));

    /// Ends with `already_issued`.
    private static final byte[] AGAIN =
            message(
                    "0a 1b",
                    "0a 01 63",
                    "12 01 75",
                    "18 ac 02",
                    "22 09 ea b0 80 eb 82 98 eb 8b a4",
                    "2a 05 08 96 01 10 01",
                    "10 01");

    private static byte[] message(String... hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : hex) {
            bytes.writeBytes(HexFormat.ofDelimiter(" ").parseHex(part));
        }
        return bytes.toByteArray();
    }

    @Test
    void successCarriesTheCoupon() {
        assertThat(ProtoAnswerReader.success(AGAIN)).isEqualTo(new Issued(COUPON, true));
        byte[] first = Arrays.copyOf(AGAIN, AGAIN.length - 2);
        assertThat(ProtoAnswerReader.success(first)).isEqualTo(new Issued(COUPON, false));
    }

    @Test
    void fieldsOfLaterVersionsAreSkipped() {
        byte[] longer = Arrays.copyOf(AGAIN, AGAIN.length + 19);
        byte[] unknown =
                message("79 01 02 03 04 05 06 07 08", "7d 01 02 03 04", "78 05", "7a 01 00");
        System.arraycopy(unknown, 0, longer, AGAIN.length, 19);
        assertThat(ProtoAnswerReader.success(longer)).isEqualTo(new Issued(COUPON, true));
    }

    @Test
    void whatIsCutOffIsUnexpected() {
        for (int length = 0; length < AGAIN.length - 2; length++) {
            assertThat(ProtoAnswerReader.success(Arrays.copyOf(AGAIN, length)))
                    .isInstanceOf(Unexpected.class);
        }
    }

    @Test
    void nonsenseIsUnexpected() {
        assertThat(ProtoAnswerReader.success("{\"coupon\":{}}".getBytes(UTF_8)))
                .isInstanceOf(Unexpected.class);
        assertThat(ProtoAnswerReader.success(message("0a ff ff ff ff ff ff ff ff ff 01")))
                .isInstanceOf(Unexpected.class);
        assertThat(ProtoAnswerReader.success(message("08 ff ff ff ff ff ff ff ff ff ff 01")))
                .isInstanceOf(Unexpected.class);
    }
}
