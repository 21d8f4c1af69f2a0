package io.firstcome.verify;

import io.firstcome.check.Campaign;
import io.firstcome.check.Checker;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.load.HttpLoad;
import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.LoadSummary;
import io.firstcome.verify.load.RequestTemplate;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// One run of `verify`: a drop against a live server, then every promise checked against what was
/// heard and what the server lists.
///
/// The server may be killed and restarted meanwhile: lost requests count as "may have happened" and
/// their users ask again.
public final class Verify {
    private static final String ISSUE_PATH = "/issue.v1.IssueService/IssueCoupon";
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final int SLOWEST_ASKS_PER_SECOND = 1_000;

    private final VerifyOptions options;
    private final PrintStream out;
    private final Report report;

    private Verify(VerifyOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        report = new Report(out);
    }

    /// Runs and reports to `out`. Ends by itself: after the opening, at most `retryUnknownFor` + 10
    /// s + 1 ms per ask, and the time to read the server's list.
    ///
    /// A server that can not be reached or refuses the campaign is a failed verdict, not an
    /// exception.
    public static Verdict run(VerifyOptions options, PrintStream out) throws InterruptedException {
        return run(options, out, _ -> {});
    }

    /// Runs and reports, then gives away the history on which the verdict rests, if there is one.
    public static Verdict run(VerifyOptions options, PrintStream out, Consumer<History> keeper)
            throws InterruptedException {
        Verify verify = new Verify(options, out);
        try {
            History history = verify.drop();
            Verdict verdict = verify.reported(new Verdict(Checker.check(history)));
            keeper.accept(history);
            return verdict;
        } catch (ApiException fault) {
            return verify.reported(Verdict.impossible(fault.getMessage()));
        }
    }

    private Verdict reported(Verdict verdict) {
        report.verdict(verdict);
        return verdict;
    }

    private History drop() throws InterruptedException {
        Target target = options.target();
        Duration patience = options.retryUnknownFor();
        ServerClock clock = ServerClock.measure(target.issueUrl(), patience);
        try (CampaignApi api = new CampaignApi(target.adminUrl(), patience)) {
            Campaign campaign = campaign(api, clock);
            Listing before =
                    target.campaignId() == null ? Listing.EMPTY : api.listing(campaign.id());
            report.announce(campaign, options.crowd(), clock.uncertaintyNanos());
            Recorder recorder = new Recorder(options.crowd(), clock);
            ask(campaign, clock, recorder);
            Listing after = api.listing(campaign.id());
            ServerClock later = ServerClock.measure(target.issueUrl(), patience);
            return new History(
                    campaign, clock.uncertaintyNanos(later), recorder.asks(), before, after);
        }
    }

    private Campaign campaign(CampaignApi api, ServerClock clock) throws InterruptedException {
        String existing = options.target().campaignId();
        if (existing != null) {
            return api.get(existing);
        }
        long nowMillis = clock.epochNanos(System.nanoTime()) / 1_000_000;
        Instant start = Instant.ofEpochMilli(nowMillis).plus(options.lead());
        return api.create("verify", options.coupons(), start);
    }

    private void ask(Campaign campaign, ServerClock clock, Recorder recorder)
            throws InterruptedException {
        Crowd crowd = options.crowd();
        long nowNanos = System.nanoTime();
        long openNanos = clock.nanoTime(campaign.startNanos());
        AskOrder order =
                openNanos > nowNanos ? AskOrder.aroundOpening(crowd) : AskOrder.afterOpening(crowd);
        DropTraffic traffic =
                new DropTraffic(crowd, order, recorder, openNanos, options.retryUnknownFor());
        Duration limit = limit(Duration.ofNanos(Math.max(0, openNanos - nowNanos)), order.size());
        try (HttpLoad load = new HttpLoad(loadOptions(limit), template(campaign), traffic)) {
            report.answers(recorder, watched(load, recorder, order), order.size());
        }
    }

    private LoadSummary watched(HttpLoad load, Recorder recorder, AskOrder order)
            throws InterruptedException {
        try (Progress _ = new Progress(out, recorder.tally(), order.size())) {
            return load.run();
        }
    }

    private Duration limit(Duration untilOpening, int asks) {
        return untilOpening
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
                options.retryUnknownFor().plus(SLACK));
    }

    private RequestTemplate template(Campaign campaign) {
        String before =
                "{\"campaignId\":"
                        + Json.quote(campaign.id())
                        + ",\"userId\":\""
                        + options.crowd().namePrefix();
        String authority = options.target().issueUrl().getAuthority();
        return RequestTemplate.post(authority, ISSUE_PATH, before, "\"}");
    }
}
