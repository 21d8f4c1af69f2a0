package io.firstcome.bench;

import io.firstcome.verify.process.FirstcomeNode;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Durable issues of one campaign, measured again and again while it grows; as many campaigns as
/// rounds, each of a server of its own.
///
/// @param sizes how many coupons are issued before each window, in rising order
record CouponsStudy(List<Integer> sizes) implements Experiment {

    /// In longer windows a small campaign would not be small any more.
    private static final Duration WINDOW_MAX = Duration.ofSeconds(1);

    /// More than one: the server's hot path and the generator's are compiled again after the first
    /// window, the first audit and the second campaign.
    private static final int CAMPAIGNS_BEFORE = 2;

    /// Of each of them, so few that all users have room in the server's memory to the end.
    private static final int COUPONS_BEFORE = 500_000;

    CouponsStudy {
        sizes = List.copyOf(sizes);
    }

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        List<Measurement> campaigns = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            out.println("campaign " + round + " of " + options.rounds());
            try (Subject subject =
                    CampaignSubject.start(
                            options.launcher(), node -> warmed(node, options, failures))) {
                Measurement campaign = pressed(subject, options);
                grow(campaign, options, out);
                failures.addAll(campaign.failures());
                campaigns.add(campaign);
            }
        }
        return new BenchResult(rows(campaigns), failures);
    }

    /// What is compiled only after a while is not the campaign's size: others are asked first, from
    /// their making to their audit as the one that counts.
    private DurableIssue warmed(FirstcomeNode node, BenchOptions options, List<String> failures)
            throws InterruptedException {
        for (int campaign = 1; campaign <= CAMPAIGNS_BEFORE; campaign++) {
            Measurement other = pressed(new DurableIssue(node), options);
            other.askUntil(COUPONS_BEFORE);
            other.measure(options.measured());
            failures.addAll(other.failures());
        }
        return new DurableIssue(node, 2L * sizes.getLast());
    }

    private static Measurement pressed(Subject subject, BenchOptions options) {
        return new Measurement(subject.name(), subject, () -> Pressure.full(options.connections()));
    }

    private void grow(Measurement campaign, BenchOptions options, PrintStream out)
            throws InterruptedException {
        Duration measured = options.measured();
        Duration window = measured.compareTo(WINDOW_MAX) < 0 ? measured : WINDOW_MAX;
        for (int coupons : sizes) {
            campaign.askUntil(coupons);
            int before = campaign.asked();
            campaign.measure(window);
            out.printf(Locale.ROOT, "  %,d to %,d coupons%n", before, campaign.asked());
        }
    }

    private List<Row> rows(List<Measurement> campaigns) {
        List<Row> rows = new ArrayList<>();
        for (int coupons : sizes) {
            int index = rows.size();
            List<Round> rounds =
                    campaigns.stream().map(campaign -> campaign.rounds().get(index)).toList();
            rows.add(new Row(name(coupons), name(sizes.getFirst()), rounds));
        }
        return rows;
    }

    private static String name(int coupons) {
        return String.format(Locale.ROOT, "%,d coupons", coupons);
    }
}
