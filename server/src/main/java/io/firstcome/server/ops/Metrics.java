package io.firstcome.server.ops;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.issue.IssueObserver;
import io.firstcome.core.issue.IssueOutcome;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is counted and timed, in Prometheus' form.
public final class Metrics implements IssueObserver {
    private static final Logger LOG = System.getLogger(Metrics.class.getName());

    private static final Duration[] BUCKETS =
            Stream.of(
                            0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 1_000.0,
                            5_000.0)
                    .map(millis -> Duration.ofNanos((long) (millis * 1e6)))
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Class<?>, Timer> outcomes =
            kindsOf(IssueOutcome.class).collect(Collectors.toMap(type -> type, this::outcomeTimer));
    private final Timer wait =
            timer("firstcome.queue.wait", "How long the first request of a batch waited.");
    private final Timer commit =
            timer("firstcome.commit", "How long a durable act and handing its outcomes over took.");
    private final Timer openingLag =
            timer("firstcome.opening.lag", "First coupon of a campaign after its start.");
    private final DistributionSummary batchSize =
            DistributionSummary.builder("firstcome.batch.size")
                    .description("Requests decided in one durable act.")
                    .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 4_096)
                    .register(registry);

    /// Counts an answer and the time it took.
    public void answered(IssueOutcome outcome, long nanos) {
        Objects.requireNonNull(outcomes.get(outcome.getClass()))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /// Shows `value` as a gauge.
    public void gauge(String name, String description, Supplier<Number> value) {
        io.micrometer.core.instrument.Gauge.builder(name, value)
                .description(description)
                .register(registry);
    }

    /// All figures in Prometheus' text form.
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void committed(int requests, long waitNanos, long commitNanos) {
        batchSize.record(requests);
        wait.record(waitNanos, TimeUnit.NANOSECONDS);
        commit.record(commitNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void opened(CampaignId campaign, long lagMicros) {
        openingLag.record(lagMicros, TimeUnit.MICROSECONDS);
    }

    @Override
    public void failed(Throwable failure) {
        LOG.log(Level.ERROR, "what issues coupons failed", failure);
    }

    /// The records of a sealed type.
    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(Metrics::kindsOf)
                : Stream.of(type);
    }

    private Timer outcomeTimer(Class<?> type) {
        String name =
                type.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(java.util.Locale.ROOT);
        return Timer.builder("firstcome.issue")
                .description("Answers to requests for a coupon, by outcome.")
                .tag("outcome", name)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
