package io.firstcome.core.campaign;

/// Who asks for a coupon: the caller's own identifier, opaque and compared exactly as given.
///
/// 1 to 128 characters (UTF-16 units) of well-formed Unicode without control characters.
public record UserId(String value) {
    public static final int LENGTH_MAX = 128;

    public UserId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "userId: %d characters (expected: %s)"
                            .formatted(value.length(), expectation()));
        }
    }

    /// What a valid identifier looks like, for messages.
    public static String expectation() {
        return "1 to " + LENGTH_MAX + " characters without control characters";
    }

    /// Whether `value` can be a user's identifier.
    public static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!isPairAt(value, i)) {
                    return false;
                }
                i++;
            } else if (Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }

    /// A well-mixed hash of this identifier: another one for each seed. Not for secrets.
    public long hash64(long seed) {
        long hash = seed ^ 0x9E3779B97F4A7C15L * value.length();
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every input bit moves half of the
    /// output's.
    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static boolean isPairAt(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
