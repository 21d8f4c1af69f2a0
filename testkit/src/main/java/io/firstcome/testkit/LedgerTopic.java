package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// One topic of the contract: a ledger on an empty state at [#T0], audited after every test; and
/// the words its tests are written in.
@SuppressWarnings("NullAway.Init")
abstract class LedgerTopic {
    static final long SECOND = 1_000_000;
    static final long HOUR = 3_600 * SECOND;

    /// 2026-08-01T00:00:00.000001Z
    static final long T0 = 1_785_542_400 * SECOND + 1;

    private final LedgerFactory factory;
    private LedgerFixture fixture;
    private Ledger ledger;

    final TestClock clock = new TestClock(T0);

    @TempDir Path directory;

    LedgerTopic(LedgerFactory factory) {
        this.factory = factory;
    }

    @BeforeEach
    void openEmpty() {
        fixture = factory.create(directory);
        ledger = fixture.open(clock, FaultPlan.NONE);
    }

    @AfterEach
    void auditAndDestroy() {
        try {
            LedgerAudit.check(ledger);
        } finally {
            ledger.close();
            fixture.destroy();
        }
    }

    final Ledger ledger() {
        return ledger;
    }

    /// Closes the ledger and opens one on what it left behind.
    final void reopen() {
        ledger.close();
        ledger = fixture.open(clock, FaultPlan.NONE);
    }

    /// Closes the ledger and opens one whose calls fail by `faults`. Where that fails, the old one
    /// stays; it is closed.
    final void reopen(FaultPlan faults) {
        ledger.close();
        ledger = fixture.open(clock, faults);
    }

    final Campaign create(String id, int quantity, Window window) {
        CampaignTerms terms = new CampaignTerms("name of " + id, quantity, window);
        return created(ledger.createDurably(new CampaignId(id), terms));
    }

    static Campaign created(CreateOutcome outcome) {
        assertThat(outcome).isInstanceOf(Created.class);
        return ((Created) outcome).campaign();
    }

    /// A campaign that is open now and has no end.
    final Campaign open(String id, int quantity) {
        return create(id, quantity, Window.from(T0));
    }

    /// Asks for `users`, in this order, in one batch.
    final Decided ask(Campaign campaign, List<UserId> users) {
        return decided(issue(new IssueBatch(campaign.number(), users)).getFirst());
    }

    final Decided ask(Campaign campaign, String... users) {
        return ask(campaign, List.of(users).stream().map(UserId::new).toList());
    }

    /// Asks for one user.
    final Verdict askOne(Campaign campaign, String user) {
        return ask(campaign, user).verdicts().getFirst();
    }

    final List<BatchOutcome> issue(IssueBatch... batches) {
        List<BatchOutcome> outcomes = ledger.issueDurably(List.of(batches));
        assertThat(outcomes).hasSameSizeAs(batches);
        for (int i = 0; i < batches.length; i++) {
            if (outcomes.get(i) instanceof Decided decided) {
                assertThat(decided.verdicts()).hasSameSizeAs(batches[i].users());
                assertThat(decided.campaign().number()).isEqualTo(batches[i].campaignNumber());
            }
        }
        return outcomes;
    }

    static Decided decided(BatchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Decided.class);
        return (Decided) outcome;
    }

    static Issuance granted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Granted.class);
        return ((Granted) verdict).issuance();
    }

    static List<Issuance> granted(Decided decided) {
        return granted(decided.verdicts());
    }

    /// What the verdicts that grant something grant.
    static List<Issuance> granted(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Granted.class::isInstance)
                .map(LedgerTopic::granted)
                .toList();
    }

    static Issuance held(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Held.class);
        return ((Held) verdict).issuance();
    }

    static Verdict denied(CampaignState state) {
        return new Denied(state);
    }

    final ChangeOutcome change(Campaign campaign, CampaignChange change) {
        return ledger.changeDurably(campaign.id(), OptionalLong.empty(), change);
    }

    /// Makes a change that must be allowed.
    final Campaign changed(Campaign campaign, CampaignChange change) {
        ChangeOutcome outcome = change(campaign, change);
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed) outcome).campaign();
    }

    /// The campaign as it stands; null when there is none.
    final @Nullable Campaign find(CampaignId id) {
        return Pages.campaign(ledger, id);
    }

    /// The campaign as it stands now.
    final Campaign now(Campaign campaign) {
        return Objects.requireNonNull(find(campaign.id()));
    }

    /// Does all the work that is left for quiet times and is due.
    final void finishQuietWork() {
        int pieces = 0;
        while (ledger.doQuietWork()) {
            assertThat(++pieces).as("pieces of quiet work").isLessThan(10_000);
        }
        assertThat(ledger.doQuietWork()).isFalse();
    }

    final List<Issuance> issuances(Campaign campaign) {
        return Pages.issuances(ledger, campaign.number(), 100);
    }

    /// The users `prefix`1 to `prefix``count`.
    static List<UserId> users(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new UserId(prefix + i)).toList();
    }
}
