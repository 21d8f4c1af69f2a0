package io.firstcome.verify;

import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.ClosedLoop;
import io.firstcome.verify.profile.Profile.EarlyBirds;

import java.time.Duration;

/// How the people of a run ask.
///
/// @param profile when
/// @param slow how many percent of them are on slow networks
/// @param vanishing how many other percent are gone before they are answered, and come back
/// @param skew how far their own clocks may be off: they come early or late by it
public record Conduct(Profile profile, int slow, int vanishing, Duration skew) {
    private static final Duration SKEW_MAX = Duration.ofMinutes(1);

    /// Early birds in JSON, all of them well-behaved.
    public static final Conduct DEFAULT = new Conduct(new EarlyBirds(null), 0, 0, Duration.ZERO);

    public Conduct {
        requirePercent("slow", slow, 100);
        requirePercent("vanishing", vanishing, 100 - slow);
        if (skew.isNegative() || skew.compareTo(SKEW_MAX) > 0) {
            throw new IllegalArgumentException(
                    "skew: " + skew.toMillis() + " ms (expected: 0..60000 ms)");
        }
        if (skew.isPositive() && profile instanceof ClosedLoop) {
            throw new IllegalArgumentException(
                    "skew: %d ms (expected: 0 in a closed loop, which follows no clock)"
                            .formatted(skew.toMillis()));
        }
    }

    private static void requirePercent(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: 0.." + max + " percent)");
        }
    }
}
