package io.firstcome.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.server.error.Arguments;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The identifier of a campaign that is created with an idempotency key: made of the key, and then
/// of the request. The one campaign of both can so be found again by nothing but them, whatever was
/// done to it since.
///
/// @param ofKey the part that all identifiers of the key have; no others begin with it
/// @param id the whole
record KeyedId(String ofKey, CampaignId id) {
    private static final int KEY_LENGTH = 16;
    private static final int REQUEST_LENGTH = 10;
    private static final int BITS_OF_SYMBOL = 5;
    private static final String KEYS = "[!-~]{1,255}";

    /// @throws io.firstcome.server.error.RpcException when the key is not valid
    static KeyedId of(String key, Message request) {
        if (!key.matches(KEYS)) {
            throw Arguments.invalid(
                    "idempotency-key", "expected: 1 to 255 visible ASCII characters");
        }
        String ofKey = symbols(key.getBytes(UTF_8), KEY_LENGTH);
        String ofRequest = symbols(request.toByteArray(), REQUEST_LENGTH);
        return new KeyedId(ofKey, new CampaignId(ofKey + ofRequest));
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

    /// Whether a campaign with this identifier was created with the same key.
    boolean hasKeyOf(CampaignId other) {
        return other.value().length() == KEY_LENGTH + REQUEST_LENGTH
                && other.value().startsWith(ofKey);
    }
}
