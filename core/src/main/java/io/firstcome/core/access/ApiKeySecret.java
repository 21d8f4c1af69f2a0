package io.firstcome.core.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// A key as its holder has it. Nobody else keeps it: what is kept is its [#hash].
///
/// Not a record, because a record prints its components.
public final class ApiKeySecret {
    private static final int RANDOM_BYTES = 32;
    private static final String PREFIX = "firstcome_";

    private final String text;

    /// Of any text that somebody shows.
    public ApiKeySecret(String text) {
        this.text = text;
    }

    /// A new one: a prefix by which people and scanners know it, and 256 random bits.
    ///
    /// @param random whose numbers nobody can guess
    public static ApiKeySecret make(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new ApiKeySecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// To be shown once, to its holder.
    public String text() {
        return text;
    }

    /// SHA-256 in hexadecimal digits. Fast and without salt, because nobody finds 256 random bits
    /// by trying.
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "ApiKeySecret";
    }
}
