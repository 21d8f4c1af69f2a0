package io.firstcome.verify;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.firstcome.check.Campaign;
import io.firstcome.check.Checker;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Verdict;
import io.firstcome.gc.StartWatch;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.client.SystemUnderTest;
import io.firstcome.verify.load.HttpLoad;
import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.LoadSummary;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.report.Account;
import io.firstcome.verify.report.LiveView;
import io.firstcome.verify.report.ReportOptions;
import io.firstcome.verify.report.Settings;
import io.firstcome.verify.report.Tally;
import io.firstcome.verify.report.TextReport;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// One run of `verify`: a drop against a live server, then every promise checked against what was
/// heard and what the server lists.
///
/// The server may be killed and restarted meanwhile: lost requests count as "may have happened" and
/// their users ask again.
public final class Verify {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

    /// So long before a start there is time for it.
    private static final Duration TIME_TO_PRACTISE = Duration.ofSeconds(4);

    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final int SLOWEST_ASKS_PER_SECOND = 1_000;

    private final VerifyOptions options;
    private final PrintStream out;
    private final TextReport report;
    private @Nullable LoadSummary summary;

    /// What comes to a verdict over a history.
    @FunctionalInterface
    public interface Judge {
        List<Finding> judge(History history) throws InterruptedException;
    }

    private Verify(VerifyOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        report = new TextReport(out);
    }

    /// Runs and reports to `out`. Ends by itself: after the opening and the last due time, at most
    /// `retryUnknownFor` + 10 s + 1 ms per ask, and the time to read the server's list.
    ///
    /// A server that can not be reached or refuses the campaign is a failed verdict, not an
    /// exception.
    public static Verdict run(VerifyOptions options, PrintStream out) throws InterruptedException {
        return run(options, ReportOptions.TEXT_ONLY, out, _ -> {});
    }

    /// As above, writes the files that are asked for, whatever the verdict, and gives away the
    /// history on which it rests, if there is one; an `UncheckedIOException` when a file can not be
    /// written.
    public static Verdict run(
            VerifyOptions options,
            ReportOptions reported,
            PrintStream out,
            Consumer<History> keeper)
            throws InterruptedException {
        return run(options, reported, out, keeper, Checker::check);
    }

    /// As above, judged by `judge`.
    public static Verdict run(
            VerifyOptions options,
            ReportOptions reported,
            PrintStream out,
            Consumer<History> keeper,
            Judge judge)
            throws InterruptedException {
        Verify verify = new Verify(options, out);
        History history = null;
        Verdict verdict;
        try {
            history = verify.drop();
            verify.report.order(history);
            verdict = new Verdict(judge.judge(history));
            keeper.accept(history);
        } catch (ApiException fault) {
            verdict = Verdict.impossible(fault.getMessage());
        }
        verify.report.verdict(verdict);
        Settings settings = RunSettings.of(options, reported.command());
        reported.write(new Account(verdict, history, settings, verify.summary));
        return verdict;
    }

    /// Holds the drop and does not judge it. An `ApiException` when the server can not be reached
    /// or refuses the campaign.
    public static History drop(VerifyOptions options, PrintStream out) throws InterruptedException {
        return new Verify(options, out).drop();
    }

    private History drop() throws InterruptedException {
        try (SystemUnderTest system = options.target().open(options.retryUnknownFor())) {
            ServerClock clock = system.clock();
            Campaign campaign = campaign(system, clock);
            RequestTemplate request = system.request(campaign, options.crowd().namePrefix());
            boolean fresh = options.target().campaignId() == null;
            Listing before = fresh ? Listing.EMPTY : system.listing(campaign);
            report.announce(campaign, clock.uncertaintyNanos(), RunSettings.sentences(options));
            Recorder recorder = new Recorder(options.crowd(), clock, system.reader());
            ask(campaign, clock, recorder, request);
            Listing after = listingAfter(system, campaign);
            ServerClock later = after.failure() == null ? system.clock() : clock;
            return system.judged(
                    new History(
                            campaign,
                            clock.uncertaintyNanos(later),
                            recorder.asks(),
                            before,
                            after));
        }
    }

    /// What was heard is judged even when the server is gone.
    private static Listing listingAfter(SystemUnderTest system, Campaign campaign)
            throws InterruptedException {
        try {
            return system.listing(campaign);
        } catch (ApiException fault) {
            return Listing.unreadable(fault.getMessage());
        }
    }

    private Campaign campaign(SystemUnderTest system, ServerClock clock)
            throws InterruptedException {
        String existing = options.target().campaignId();
        if (existing != null) {
            Campaign campaign = system.get(existing, options.coupons());
            practise(campaign.startNanos() - clock.epochNanos(System.nanoTime()));
            return campaign;
        }
        practise(Long.MAX_VALUE);
        long nowMillis = clock.epochNanos(System.nanoTime()) / 1_000_000;
        Instant start = Instant.ofEpochMilli(nowMillis).plus(options.lead());
        Duration endsAfter = options.endsAfter();
        return endsAfter == null
                ? system.create(options.coupons(), start)
                : system.create(options.coupons(), start, start.plus(endsAfter));
    }

    private void practise(long toStartNanos) throws InterruptedException {
        if (toStartNanos >= TIME_TO_PRACTISE.toNanos()) {
            Practice.once(options.target().dialect());
        }
    }

    private void ask(
            Campaign campaign, ServerClock clock, Recorder recorder, RequestTemplate request)
            throws InterruptedException {
        Crowd crowd = options.crowd();
        long nowNanos = System.nanoTime();
        long openNanos = clock.nanoTime(campaign.startNanos());
        Plan plan = plan(campaign, clock, nowNanos);
        DropTraffic traffic =
                new DropTraffic(crowd, plan, recorder, openNanos, options.retryUnknownFor());
        long lastNanos = Math.max(openNanos, plan.lastNanos());
        Duration limit = limit(Duration.ofNanos(Math.max(0, lastNanos - nowNanos)), plan.size());
        try (HttpLoad load = new HttpLoad(loadOptions(limit), request, traffic)) {
            LoadSummary heard = watched(load, recorder.tally(), plan.size(), openNanos);
            summary = heard;
            report.answers(recorder.asks());
            report.load(heard, plan.size());
        }
    }

    /// An end that this run did not set may be far away.
    private Plan plan(Campaign campaign, ServerClock clock, long nowNanos) {
        long openNanos = clock.nanoTime(campaign.startNanos());
        Instant end = options.endsAfter() == null ? null : campaign.end();
        return end == null
                ? Plan.of(options.crowd(), nowNanos, openNanos)
                : Plan.of(
                        options.crowd(),
                        nowNanos,
                        openNanos,
                        clock.nanoTime(Campaign.epochNanos(end)));
    }

    private LoadSummary watched(HttpLoad load, Tally tally, int asks, long openNanos)
            throws InterruptedException {
        try (StartWatch collections = StartWatch.ofYoung(() -> microsTo(openNanos));
                LiveView _ = LiveView.start(out, tally, asks, openNanos)) {
            collections.start();
            return load.run();
        }
    }

    private static long microsTo(long nanoTime) {
        return NANOSECONDS.toMicros(nanoTime - System.nanoTime());
    }

    private Duration limit(Duration untilLast, int asks) {
        return untilLast
                .plus(options.retryUnknownFor())
                .plus(SLACK)
                .plus(Duration.ofSeconds(asks).dividedBy(SLOWEST_ASKS_PER_SECOND));
    }

    private LoadOptions loadOptions(Duration limit) {
        return new LoadOptions(
                options.target().issueUrl(),
                options.crowd().connections(),
                limit,
                REQUEST_TIMEOUT,
                options.retryUnknownFor().plus(SLACK),
                options.target().caller().trust());
    }
}
