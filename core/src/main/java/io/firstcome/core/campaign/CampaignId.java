package io.firstcome.core.campaign;

/// The name by which callers know a campaign: 1 to 64 ASCII letters, digits, `.`, `_` or `-`.
public record CampaignId(String value) {
    public static final int LENGTH_MAX = 64;

    public CampaignId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "campaignId: %s (expected: %s)".formatted(value, expectation()));
        }
    }

    /// What a valid identifier looks like, for messages.
    public static String expectation() {
        return "1 to " + LENGTH_MAX + " of the characters a-z A-Z 0-9 . _ -";
    }

    /// Whether `value` can be a campaign's identifier.
    public static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isAllowed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
