package io.firstcome.core.campaign;

import java.util.Objects;

/// What an operator sets of a campaign.
///
/// @param name what people call it: 1 to 100 characters without control characters
/// @param quantity how many coupons there are, 1 to [#QUANTITY_MAX], or [#UNLIMITED]
/// @param window when they are issued
public record CampaignTerms(String name, int quantity, Window window) {
    public static final int NAME_LENGTH_MAX = 100;

    /// The most coupons a campaign can issue.
    public static final int QUANTITY_MAX = 1_000_000_000;

    /// The quantity of a campaign that issues to everybody, up to [#QUANTITY_MAX].
    public static final int UNLIMITED = 0;

    public CampaignTerms {
        Objects.requireNonNull(window, "window");
        requireValidName(name);
        requireValidQuantity(quantity);
    }

    static void requireValidName(String name) {
        if (!isValidName(name)) {
            throw new IllegalArgumentException(
                    "name: %s (expected: %s)".formatted(name, nameExpectation()));
        }
    }

    static void requireValidQuantity(int quantity) {
        if (quantity < UNLIMITED || quantity > QUANTITY_MAX) {
            throw new IllegalArgumentException(
                    "quantity: %d (expected: 1 to %d)".formatted(quantity, QUANTITY_MAX));
        }
    }

    /// What a valid name looks like, for messages.
    public static String nameExpectation() {
        return "1 to " + NAME_LENGTH_MAX + " characters, not blank, without control characters";
    }

    /// Whether `name` can be a campaign's name.
    public static boolean isValidName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= NAME_LENGTH_MAX
                && name.codePoints().noneMatch(CampaignTerms::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    public boolean isUnlimited() {
        return quantity == UNLIMITED;
    }

    /// How many coupons may be issued at the most.
    public int quantityMax() {
        return isUnlimited() ? QUANTITY_MAX : quantity;
    }
}
