package io.firstcome.cli;

import io.firstcome.verify.Conduct;
import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.ClosedLoop;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Profile.Ramp;
import io.firstcome.verify.profile.Profile.Spike;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;

/// The options that say how people ask.
final class ConductOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = {
                "When they ask; early-birds.",
                "early-birds: some before the opening, at --rate if given, all others at it.",
                "spike: nobody before the opening, everybody at it.",
                "constant: so many a second (--rate), before and after it.",
                "ramp: ever more, up to --rate, before and after it.",
                "closed-loop: each connection asks, waits and asks again."
            })
    private String profile = "early-birds";

    @Option(names = "--rate", paramLabel = "N", description = "Requests per second of the profile.")
    private @Nullable Integer rate;

    @Option(
            names = "--slow",
            paramLabel = "PERCENT",
            description = "How many send in pieces and read late; 0.")
    private int slow;

    @Option(
            names = "--vanishing",
            paramLabel = "PERCENT",
            description = "How many are gone before the answer and ask again; 0.")
    private int vanishing;

    @Option(
            names = "--skew",
            paramLabel = "MILLIS",
            description = "How early or late they are at most by clocks of their own; 0.")
    private int skewMillis;

    /// What the options say; `IllegalArgumentException` when that is nothing.
    Conduct conduct() {
        return new Conduct(profile(), slow, vanishing, Duration.ofMillis(skewMillis));
    }

    private Profile profile() {
        return switch (profile) {
            case "early-birds" -> new EarlyBirds(rate);
            case "spike" -> unrated(new Spike());
            case "constant" -> new Constant(requireRate());
            case "ramp" -> new Ramp(requireRate());
            case "closed-loop" -> unrated(new ClosedLoop());
            default ->
                    throw new IllegalArgumentException(
                            "--profile: "
                                    + profile
                                    + " (expected: early-birds, spike, constant, ramp or"
                                    + " closed-loop)");
        };
    }

    private int requireRate() {
        if (rate == null) {
            throw new IllegalArgumentException(
                    "--rate: absent (expected: requests per second, for --profile "
                            + profile
                            + ")");
        }
        return rate;
    }

    private Profile unrated(Profile chosen) {
        if (rate != null) {
            throw new IllegalArgumentException(
                    "--rate: " + rate + " (expected: none, for --profile " + profile + ")");
        }
        return chosen;
    }
}
