package io.firstcome.verify.rehearse;

import io.firstcome.check.Campaign;
import io.firstcome.check.Checker;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.report.Account;
import io.firstcome.verify.report.ReportOptions;
import io.firstcome.verify.report.TextReport;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A rehearsal: the settings of a campaign on a real server, played with a crowd on a server of the
/// same program whose ledger is thrown away. The real one is only read.
///
/// Played are the campaign's id, its limit and how long it is open; it opens soon, whenever the
/// real one does and whatever its state is.
public final class Rehearsal {
    /// The new server has warmed up by then, as the real one will have.
    private static final Duration SETTLING = Duration.ofSeconds(8);

    /// No rehearsal lasts so long.
    private static final Duration OPEN_MAX = Duration.ofDays(365);

    private final Original original;
    private final Crowd crowd;
    private final Protocol protocol;
    private final Duration lead;
    private final Stage stage;

    /// @param lead how long before its opening the campaign is made; asking starts at once
    public Rehearsal(
            Original original, Crowd crowd, Protocol protocol, Duration lead, Stage stage) {
        VerifyOptions.requireLead(lead);
        this.original = original;
        this.crowd = crowd;
        this.protocol = protocol;
        this.lead = lead;
        this.stage = stage;
    }

    /// Plays it once, reports as a run of `verify` does and gives away what was heard. A campaign
    /// that can not be read is a failed verdict; an `IllegalStateException` when the new server
    /// does not start, an `UncheckedIOException` when the disk can not be used.
    public Verdict run(ReportOptions reported, PrintStream out, Consumer<History> keeper)
            throws InterruptedException {
        try {
            Campaign campaign = original.campaign();
            String lack = Footprint.of(campaign, crowd).lack(stage);
            if (lack != null) {
                return impossible(lack, reported, out);
            }
            return play(campaign, original.findings(), reported, out, keeper);
        } catch (ApiException fault) {
            return impossible(fault.getMessage(), reported, out);
        }
    }

    private static Verdict impossible(String reason, ReportOptions reported, PrintStream out) {
        Verdict verdict = Verdict.impossible(reason);
        new TextReport(out).verdict(verdict);
        reported.write(new Account(verdict, null, null, null));
        return verdict;
    }

    private Verdict play(
            Campaign campaign,
            List<Finding> ready,
            ReportOptions reported,
            PrintStream out,
            Consumer<History> keeper)
            throws InterruptedException {
        try (FirstcomeNode node = stage.open()) {
            Thread.sleep(SETTLING);
            create(node, campaign);
            return Verify.run(
                    options(node),
                    reported,
                    out,
                    keeper,
                    history -> {
                        List<Finding> findings = new ArrayList<>(ready);
                        findings.addAll(judge(history, node));
                        return findings;
                    });
        }
    }

    private void create(FirstcomeNode node, Campaign campaign) throws InterruptedException {
        try (CampaignApi api = new CampaignApi(node.adminUrl(), lead)) {
            Instant start = Instant.now().plus(lead).truncatedTo(ChronoUnit.MILLIS);
            api.create(moved(campaign, start));
        }
    }

    /// The same campaign with another start, and open for as long.
    private static Campaign moved(Campaign campaign, Instant start) {
        Duration open =
                campaign.end() == null
                        ? OPEN_MAX
                        : Duration.between(campaign.start(), campaign.end());
        Instant end = open.compareTo(OPEN_MAX) < 0 ? start.plus(open) : null;
        return new Campaign(campaign.id(), campaign.limit(), start, end);
    }

    private VerifyOptions options(FirstcomeNode node) {
        Target target =
                new Target(node.adminUrl(), node.issueUrl(), original.campaignId(), protocol);
        return new VerifyOptions(target, crowd, 1, lead, VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR);
    }

    /// Stops the server first, in order: what its journal holds is in its place then, and the disk
    /// is at rest.
    private List<Finding> judge(History history, FirstcomeNode node) throws InterruptedException {
        node.process().stop();
        Long limit = history.campaign().limit();
        Rush rush = Rush.of(history);
        Disk disk = stage.disk();
        List<Finding> findings = new ArrayList<>();
        findings.add(Readiness.syncs(disk));
        findings.add(Readiness.room(disk, node.dataBytes(), rush.issued(), limit));
        findings.add(Readiness.soldOut(rush, limit, crowd));
        findings.add(Readiness.peak(rush));
        findings.add(Readiness.headroom(rush, crowd));
        findings.addAll(Checker.check(history));
        return findings;
    }
}
