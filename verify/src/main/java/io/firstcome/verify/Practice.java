package io.firstcome.verify;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.client.SystemUnderTest;
import io.firstcome.verify.load.HttpLoad;
import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.profile.Profile.Spike;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A small rush before a drop, all of it in this process: what a program does for the first time
/// takes it long, and these milliseconds would be counted as the server's.
///
/// It takes less than a second. The system under test hears nothing of it, and no report does. It
/// is over plain HTTP, also where the drop is over TLS.
final class Practice {
    static final int ASKS = 4_000;

    private static final Crowd CROWD =
            new Crowd(ASKS, 1, 64, 0, new Conduct(new Spike(), 0, 0, Duration.ZERO));
    private static final Campaign CAMPAIGN = Campaign.limited("practice", 1, Instant.EPOCH);
    private static final Duration LIMIT = Duration.ofMillis(600);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMillis(200);

    private static final Logger LOG = System.getLogger(Practice.class.getName());

    /// What this process has practised: it stays fast.
    private static final Set<Dialect> PRACTISED = ConcurrentHashMap.newKeySet();

    private Practice() {}

    /// Practises what this process has not practised yet.
    static void once(Dialect dialect) throws InterruptedException {
        if (PRACTISED.add(dialect)) {
            try {
                List<Ask> _ = hold(dialect, LIMIT, REQUEST_TIMEOUT);
            } catch (RuntimeException e) {
                // a drop without practice is as true
                LOG.log(Level.DEBUG, "practice: not held", e);
            }
        }
    }

    /// Returns what was heard.
    ///
    /// @param limit for all of it
    /// @param requestTimeout for each ask
    static List<Ask> hold(Dialect dialect, Duration limit, Duration requestTimeout)
            throws InterruptedException {
        try (Responder responder = new Responder(dialect.sampleAnswers())) {
            URI url = responder.url();
            try (SystemUnderTest system = dialect.open(url, url, Duration.ZERO, Caller.ANYBODY)) {
                LoadOptions options =
                        new LoadOptions(url, CROWD.connections(), limit, requestTimeout, limit);
                return rush(options, system);
            }
        }
    }

    private static List<Ask> rush(LoadOptions options, SystemUnderTest system)
            throws InterruptedException {
        RequestTemplate request = system.request(CAMPAIGN, CROWD.namePrefix());
        Recorder recorder = new Recorder(CROWD, new ServerClock(0, 0), system.reader());
        long now = System.nanoTime();
        Plan plan = Plan.of(CROWD, now, now);
        DropTraffic traffic = new DropTraffic(CROWD, plan, recorder, now, Duration.ZERO);
        try (HttpLoad load = new HttpLoad(options, request, traffic)) {
            load.run();
        }
        return recorder.asks();
    }
}
