package io.firstcome.verify;

import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.ClosedLoop;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Profile.Ramp;
import io.firstcome.verify.profile.Profile.Spike;
import io.firstcome.verify.report.Settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run was asked to do, for its report: everything that changes it, by the names that the
/// command line has for it.
final class RunSettings {
    private RunSettings() {}

    static Settings of(VerifyOptions options, @Nullable String command) {
        Map<String, Object> values = new LinkedHashMap<>();
        putTarget(values, options);
        values.put("users", options.crowd().users());
        values.put("asks", options.crowd().asks());
        values.put("connections", options.crowd().connections());
        values.put("seed", options.crowd().seed());
        putConduct(values, options.crowd().conduct());
        values.put("retryUnknownForMillis", options.retryUnknownFor().toMillis());
        return new Settings(values, command);
    }

    private static void putTarget(Map<String, Object> values, VerifyOptions options) {
        Target target = options.target();
        values.put("adminUrl", target.adminUrl());
        values.put("issueUrl", target.issueUrl());
        values.put(kind(target.dialect()), name(target.dialect()));
        String campaignId = target.campaignId();
        if (campaignId != null) {
            values.put("campaignId", campaignId);
        }
        if (campaignId == null) {
            values.put("coupons", options.coupons());
            values.put("leadMillis", options.lead().toMillis());
            putEnd(values, options.endsAfter());
        } else if (!(target.dialect() instanceof Protocol)) {
            values.put("coupons", options.coupons());
        }
    }

    private static void putEnd(Map<String, Object> values, @Nullable Duration endsAfter) {
        if (endsAfter != null) {
            values.put("endsAfterMillis", endsAfter.toMillis());
        }
    }

    private static void putConduct(Map<String, Object> values, Conduct conduct) {
        values.put("profile", name(conduct.profile()));
        Integer rate = rate(conduct.profile());
        if (rate != null) {
            values.put("ratePerSecond", rate);
        }
        values.put("slowPercent", conduct.slow());
        values.put("vanishingPercent", conduct.vanishing());
        values.put("skewMillis", conduct.skew().toMillis());
    }

    /// Who is about to ask whom, with the seed that makes it happen again; then how.
    static List<String> sentences(VerifyOptions options) {
        Crowd crowd = options.crowd();
        String who =
                String.format(
                        Locale.ROOT,
                        "%,d users ask %d times each at %s over %,d connections; seed %d",
                        crowd.users(),
                        crowd.asks(),
                        options.target().issueUrl(),
                        crowd.connections(),
                        crowd.seed());
        return List.of(who, how(options));
    }

    private static String how(VerifyOptions options) {
        Conduct conduct = options.crowd().conduct();
        Dialect dialect = options.target().dialect();
        Integer rate = rate(conduct.profile());
        return String.format(
                Locale.ROOT,
                "%s %s; profile %s%s; %d %% slow, %d %% vanishing, clocks up to %d ms off; lost"
                        + " asks are repeated for %d s",
                kind(dialect),
                name(dialect),
                name(conduct.profile()),
                rate == null ? "" : String.format(Locale.ROOT, " at %,d/s", rate),
                conduct.slow(),
                conduct.vanishing(),
                conduct.skew().toMillis(),
                options.retryUnknownFor().toSeconds());
    }

    private static String kind(Dialect dialect) {
        return dialect instanceof Protocol ? "protocol" : "adapter";
    }

    private static String name(Dialect dialect) {
        return dialect instanceof Protocol
                ? dialect.name().toLowerCase(Locale.ROOT)
                : dialect.name();
    }

    private static String name(Profile profile) {
        return switch (profile) {
            case Constant _ -> "constant";
            case Ramp _ -> "ramp";
            case Spike _ -> "spike";
            case EarlyBirds _ -> "early-birds";
            case ClosedLoop _ -> "closed-loop";
        };
    }

    private static @Nullable Integer rate(Profile profile) {
        return switch (profile) {
            case Constant constant -> constant.rate();
            case Ramp ramp -> ramp.rate();
            case EarlyBirds earlyBirds -> earlyBirds.rate();
            case Spike _, ClosedLoop _ -> null;
        };
    }
}
