package io.firstcome.ledger.sql;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/// The value of a polynomial at a secret point of the field modulo 2^61 - 1 (Carter and Wegman
/// 1979), mixed: the coefficients are the characters, three at a time, and the length. Whoever does
/// not know the point can not choose users that share tags, so nobody can slow the ledger down by
/// the names they take.
final class SecretUserHash implements UserHash {
    private static final int FIELD_BITS = 61;
    private static final long FIELD = (1L << FIELD_BITS) - 1;

    private static final String SETTING = "user_tag_key";

    private final long point;
    private final long mask;

    /// @param secret 16 random bytes
    SecretUserHash(byte[] secret) {
        ByteBuffer numbers = ByteBuffer.wrap(secret);
        // An even number with 61 bits, so it is below the field.
        this.point = (numbers.getLong() | 1L << 60) & (FIELD - 1);
        this.mask = numbers.getLong();
    }

    /// The hash by which a ledger keeps the coupons of users.
    static SecretUserHash establish(Session session, RandomGenerator random) throws SQLException {
        return new SecretUserHash(
                SettingTable.findOrMake(session, SETTING, 2 * Long.BYTES, random));
    }

    @Override
    public int tag(String text, int start, int end) {
        long hash = (long) end - start;
        int i = start;
        for (; i + 3 <= end; i += 3) {
            long three =
                    (long) text.charAt(i) << 32
                            | (long) text.charAt(i + 1) << 16
                            | text.charAt(i + 2);
            hash = reduce(multiply(hash) + three);
        }
        long rest = 0;
        for (; i < end; i++) {
            rest = rest << 16 | text.charAt(i);
        }
        return mix(reduce(multiply(hash) + rest));
    }

    /// The product with the point, below twice the field.
    private long multiply(long value) {
        long high = Math.multiplyHigh(value, point);
        long low = value * point;
        return (low & FIELD) + (low >>> FIELD_BITS | high << (Long.SIZE - FIELD_BITS));
    }

    private static long reduce(long value) {
        long once = (value & FIELD) + (value >>> FIELD_BITS);
        return once >= FIELD ? once - FIELD : once;
    }

    /// The finalizer of MurmurHash3 (Appleby 2011), behind a second secret.
    private int mix(long value) {
        long mixed = value ^ mask;
        mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return (int) (mixed >>> 32);
    }
}
