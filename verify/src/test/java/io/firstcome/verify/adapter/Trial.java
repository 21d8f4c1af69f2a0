package io.firstcome.verify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.Verdict;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/// A system before the judge.
///
/// @param printed what the judge says meanwhile
record Trial(Verdict verdict, String printed) {
    static final int COUPONS = 40;
    static final Crowd CROWD = new Crowd(150, 3, 4, 42);

    /// @param campaign one that exists; null: a new one is made
    static Trial of(ToySystem system, Adapter adapter, @Nullable String campaign, Crowd crowd)
            throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Target target = new Target(system.url(), system.url(), campaign, adapter);
        Verdict verdict =
                Verify.run(
                        new VerifyOptions(
                                target,
                                crowd,
                                COUPONS,
                                Duration.ofMillis(300),
                                Duration.ofSeconds(2)),
                        new PrintStream(printed, true, UTF_8));
        return new Trial(verdict, printed.toString(UTF_8));
    }

    /// The promises that are broken.
    List<String> broken() {
        return verdict.findings().stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .map(Finding::promise)
                .toList();
    }

    Finding finding(String promise) {
        return verdict.findings().stream()
                .filter(finding -> finding.promise().equals(promise))
                .findFirst()
                .orElseThrow(() -> new AssertionError(printed));
    }
}
