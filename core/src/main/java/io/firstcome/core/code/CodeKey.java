package io.firstcome.core.code;

import org.jspecify.annotations.Nullable;

import javax.crypto.spec.SecretKeySpec;

/// The secret AES key behind the coupon codes: 16, 24 or 32 bytes. Whoever holds it can compute
/// every code; without it the next code can not be guessed. It must never change while codes made
/// with it are in use.
///
/// Two keys of the same bytes are equal. Not a record, because a record prints its components.
public final class CodeKey {
    private final SecretKeySpec aes;

    /// Copies the bytes.
    public CodeKey(byte[] bytes) {
        if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
            throw new IllegalArgumentException(
                    "bytes: %d (expected: 16, 24 or 32)".formatted(bytes.length));
        }
        aes = new SecretKeySpec(bytes, "AES");
    }

    /// A copy of the secret bytes.
    public byte[] bytes() {
        return aes.getEncoded();
    }

    SecretKeySpec aes() {
        return aes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeKey key && aes.equals(key.aes);
    }

    @Override
    public int hashCode() {
        return aes.hashCode();
    }

    /// The size of the key, never its bytes.
    @Override
    public String toString() {
        return "CodeKey[AES-" + bytes().length * Byte.SIZE + "]";
    }
}
