package io.firstcome.bench;

import io.firstcome.verify.Conduct;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.load.OpenFiles;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Profile.Spike;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Drops that are alike: 1,000 coupons for 20,000 people.
///
/// @param profile when they ask
/// @param asks how often each of them asks
/// @param connections how many they share
/// @param lead how long before its opening a campaign is made
record Drops(Profile profile, int asks, int connections, Duration lead) {
    static final int COUPONS = 1_000;
    static final int USERS = 20_000;

    /// Before the start, and as long from it on.
    private static final int SECONDS_OF_HAMMERING = 6;

    private static final int SECONDS_TO_CONNECT = 5;
    private static final int ASKS_IN_A_SPIKE = 3;

    /// Everybody asks about once a second, before the start and from it on, over a connection of
    /// their own as far as there is room.
    static Drops hammering() {
        return waiting(new Constant(USERS), 2 * SECONDS_OF_HAMMERING);
    }

    /// The same before the start, and then everybody at the start.
    static Drops rush() {
        return waiting(new EarlyBirds(USERS), SECONDS_OF_HAMMERING + 1);
    }

    private static Drops waiting(Profile profile, int asks) {
        Duration lead = Duration.ofSeconds(SECONDS_TO_CONNECT + SECONDS_OF_HAMMERING);
        return new Drops(profile, asks, OpenFiles.roomFor(USERS), lead);
    }

    /// Nobody asks before the start, everybody at it.
    static Drops spikes(int connections) {
        return new Drops(new Spike(), ASKS_IN_A_SPIKE, connections, VerifyOptions.DEFAULT_LEAD);
    }

    /// One of them.
    VerifyOptions drop(FirstcomeNode node, int seed) {
        Conduct conduct = new Conduct(profile, 0, 0, Duration.ZERO);
        return new VerifyOptions(
                new Target(node.adminUrl(), node.issueUrl(), null),
                new Crowd(USERS, asks, connections, seed, conduct),
                COUPONS,
                lead,
                VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR);
    }

    /// How many requests are due in a second before the start.
    private int requestsPerSecondBefore() {
        return profile instanceof Spike ? 0 : USERS;
    }

    private String fromTheStartOn() {
        return profile instanceof Constant ? "from it on" : "all that is left at it";
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("coupons", COUPONS);
        members.put("users", USERS);
        members.put("asks", asks);
        members.put("connections", connections);
        members.put("requestsPerSecondBefore", requestsPerSecondBefore());
        return members;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d coupons, %,d users who ask %d times over %,d connections, %,d requests/s"
                        + " before the start, %s",
                COUPONS,
                USERS,
                asks,
                connections,
                requestsPerSecondBefore(),
                fromTheStartOn());
    }
}
