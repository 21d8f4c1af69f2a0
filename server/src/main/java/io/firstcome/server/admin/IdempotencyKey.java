package io.firstcome.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.server.error.Arguments;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// An idempotency key and the request it came with, of each a digest. Both make the identifier of a
/// campaign that is created with them and has none of its own, so that it can be found again by
/// nothing but them, whatever was done to it since.
///
/// @param ofKey what identifiers made with the key begin with
/// @param ofRequest the rest of the identifier
record IdempotencyKey(String ofKey, String ofRequest) {
    private static final int KEY_LENGTH = 16;
    private static final int REQUEST_LENGTH = 10;
    private static final int BITS_OF_SYMBOL = 5;
    private static final String KEYS = "[!-~]{1,255}";

    /// @throws io.firstcome.server.error.RpcException when the key is not valid
    static IdempotencyKey of(String key, Message request) {
        if (!key.matches(KEYS)) {
            throw Arguments.invalid(
                    "idempotency-key", "expected: 1 to 255 visible ASCII characters");
        }
        return new IdempotencyKey(
                symbols(key.getBytes(UTF_8), KEY_LENGTH),
                symbols(request.toByteArray(), REQUEST_LENGTH));
    }

    /// What a campaign's identifier was made of; null when it was not.
    static @Nullable IdempotencyKey ofId(CampaignId id) {
        String value = id.value();
        return value.length() == KEY_LENGTH + REQUEST_LENGTH
                ? new IdempotencyKey(value.substring(0, KEY_LENGTH), value.substring(KEY_LENGTH))
                : null;
    }

    /// The identifier made of both.
    CampaignId toId() {
        return new CampaignId(ofKey + ofRequest);
    }

    private static String symbols(byte[] bytes, int length) {
        BigInteger digest = new BigInteger(1, sha256(bytes));
        StringBuilder symbols = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int index = digest.shiftRight(i * BITS_OF_SYMBOL).intValue() & 0x1F;
            symbols.append(CampaignIds.SYMBOLS.charAt(index));
        }
        return symbols.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
