package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.End;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignChange.Resume;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.UserCoupon;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/// Some dozen random acts on a few campaigns of one ledger, each compared with the oracle, and what
/// people heard judged as a server's answers are. Everything random comes from the seed; times are
/// relative to the ledger's.
final class RandomSequence {
    private static final int STEPS = 40;
    private static final String[] USERS = {"a", "A", "b", "B", "1", "01", "가", "각"};

    private final LedgerTopic topic;
    private final String name;
    private final Random random;
    private final List<LedgerOracle> oracles = new ArrayList<>();
    private final Map<Long, JudgedCampaign> judged = new HashMap<>();
    private final List<Long> deleted = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private int created;
    private int histories;
    private long lastMicros;

    RandomSequence(LedgerTopic topic, int seed) {
        this.topic = topic;
        this.name = "seed" + seed;
        this.random = new Random(seed);
    }

    /// How many histories were judged.
    int run() {
        try {
            create();
            for (int i = 0; i < STEPS; i++) {
                step(random.nextInt(100));
            }
            oracles.forEach(this::checkIssuances);
            oracles.forEach(this::judge);
            return histories;
        } catch (AssertionError | RuntimeException e) {
            int from = Math.max(0, steps.size() - 12);
            throw new AssertionError(name + " after " + steps.subList(from, steps.size()), e);
        }
    }

    private void step(int choice) {
        if (choice < 55) {
            issue();
        } else if (choice < 72) {
            change();
        } else if (choice < 78) {
            create();
        } else if (choice < 82) {
            delete();
        } else if (choice < 94) {
            stepClock();
        } else if (choice < 96) {
            reopen();
        } else if (choice < 98) {
            log("quiet work " + topic.ledger().doQuietWork());
        } else {
            checkCouponsOf(user());
        }
    }

    private void log(String step) {
        steps.add(now() + " " + step);
    }

    /// The ledger's time, which stands still until the clock is set or the ledger reopened.
    private long now() {
        long now = topic.ledger().clock().nowMicros();
        assertThat(now).isGreaterThanOrEqualTo(Math.max(lastMicros, topic.clock.nowMicros()));
        return now;
    }

    private long decidedNow() {
        lastMicros = now();
        return lastMicros;
    }

    private UserId user() {
        return new UserId(name + "-" + USERS[random.nextInt(USERS.length)]);
    }

    private @Nullable LedgerOracle any() {
        return oracles.isEmpty() ? null : oracles.get(random.nextInt(oracles.size()));
    }

    private void create() {
        long start = now() + random.nextInt(-40, 40);
        Window window = new Window(start, later(Math.max(start, now())));
        log("create " + window);
        Campaign campaign = topic.create(name + "-" + ++created, random.nextInt(0, 6), window);
        assertThat(deleted).doesNotContain(campaign.number());
        assertThat(campaign.revision().createdAtMicros()).isEqualTo(decidedNow());
        oracles.add(new LedgerOracle(campaign));
        judged.put(campaign.number(), new JudgedCampaign(campaign));
    }

    private long later(long micros) {
        return random.nextInt(4) == 0 ? Window.NO_END : micros + random.nextInt(1, 150);
    }

    private void issue() {
        List<IssueBatch> batches = new ArrayList<>();
        for (LedgerOracle oracle : oracles) {
            if (random.nextInt(3) > 0) {
                batches.add(new IssueBatch(oracle.campaign.number(), someUsers()));
            }
        }
        for (Long number : deleted) {
            if (random.nextInt(8) == 0) {
                batches.add(new IssueBatch(number, someUsers()));
            }
        }
        log("issue " + batches);
        if (!batches.isEmpty()) {
            check(batches, topic.issue(batches.toArray(IssueBatch[]::new)));
        }
    }

    private List<UserId> someUsers() {
        List<UserId> users = new ArrayList<>();
        int size = random.nextInt(1, 6);
        for (int i = 0; i < size; i++) {
            users.add(user());
        }
        return users;
    }

    private void check(List<IssueBatch> batches, List<BatchOutcome> outcomes) {
        for (int i = 0; i < batches.size(); i++) {
            assertThat(outcomes.get(i)).isEqualTo(expected(batches.get(i)));
            hear(batches.get(i), outcomes.get(i));
        }
        oracles.forEach(this::checkCampaign);
    }

    private void hear(IssueBatch batch, BatchOutcome outcome) {
        JudgedCampaign campaign = judged.get(batch.campaignNumber());
        if (campaign != null && outcome instanceof Decided decided) {
            for (int i = 0; i < batch.users().size(); i++) {
                campaign.heard(batch.users().get(i), decided.verdicts().get(i), decidedNow());
            }
        }
    }

    /// Judges what was heard so far, of campaigns that nobody has ended or deleted.
    private void judge(LedgerOracle oracle) {
        JudgedCampaign campaign = judged.get(oracle.campaign.number());
        Supplier<List<Issuance>> issued = () -> topic.issuances(oracle.campaign);
        if (campaign != null && campaign.judge(issued, oracle.campaign)) {
            histories++;
        }
    }

    private BatchOutcome expected(IssueBatch batch) {
        for (LedgerOracle oracle : oracles) {
            if (oracle.campaign.number() == batch.campaignNumber()) {
                List<Verdict> verdicts = new ArrayList<>();
                batch.users().forEach(user -> verdicts.add(oracle.ask(user, decidedNow())));
                return new Decided(oracle.campaign, verdicts, decidedNow());
            }
        }
        return new BatchOutcome.CampaignGone();
    }

    private void change() {
        LedgerOracle oracle = any();
        if (oracle != null) {
            CampaignChange change = someChange();
            OptionalLong version = someVersion(oracle);
            log("change " + oracle.campaign.id() + " " + version + " " + change);
            ChangeOutcome outcome =
                    topic.ledger().changeDurably(oracle.campaign.id(), version, change);
            assertThat(outcome).isEqualTo(oracle.change(version, change, decidedNow()));
            checkCampaign(oracle);
            if (outcome instanceof Changed) {
                judge(oracle);
            }
            if (outcome instanceof Changed && change instanceof End) {
                // its last coupons may be of the very microsecond of the end
                judged.remove(oracle.campaign.number());
            }
        }
    }

    private CampaignChange someChange() {
        return switch (random.nextInt(8)) {
            case 0 -> new End();
            case 1, 2 -> new Pause();
            case 3, 4 -> new Resume();
            default -> someAmendment();
        };
    }

    private Amend someAmendment() {
        return new Amend(
                random.nextInt(4) == 0 ? "name " + random.nextInt(3) : null,
                random.nextBoolean() ? random.nextInt(0, 8) : null,
                random.nextInt(4) == 0 ? now() + random.nextInt(-10, 30) : null,
                random.nextInt(3) == 0 ? later(now() - 5) : null);
    }

    private OptionalLong someVersion(LedgerOracle oracle) {
        long version = oracle.campaign.revision().version();
        return switch (random.nextInt(4)) {
            case 0 -> OptionalLong.of(random.nextLong(1, 5));
            case 1 -> OptionalLong.of(version);
            default -> OptionalLong.empty();
        };
    }

    private void delete() {
        LedgerOracle oracle = any();
        if (oracle != null) {
            Campaign campaign = oracle.campaign;
            log("delete " + campaign.id());
            ChangeOutcome outcome =
                    topic.ledger().deleteDurably(campaign.id(), OptionalLong.empty());
            if (campaign.issued() > 0) {
                assertThat(outcome).isEqualTo(new Refused(Reason.COUPONS_ISSUED));
            } else {
                assertThat(outcome).isEqualTo(new Deleted(campaign));
                assertThat(topic.find(campaign.id())).isNull();
                oracles.remove(oracle);
                judged.remove(campaign.number());
                deleted.add(campaign.number());
            }
        }
    }

    private void stepClock() {
        topic.clock.step(random.nextInt(-30, 60));
        log("clock " + topic.clock.nowMicros());
    }

    private void reopen() {
        log("reopen");
        topic.reopen();
        oracles.forEach(this::checkCampaign);
    }

    private void checkCampaign(LedgerOracle oracle) {
        assertThat(topic.find(oracle.campaign.id())).isEqualTo(oracle.campaign);
    }

    private void checkIssuances(LedgerOracle oracle) {
        assertThat(topic.issuances(oracle.campaign)).isEqualTo(oracle.issued);
    }

    private void checkCouponsOf(UserId user) {
        log("coupons of " + user);
        List<UserCoupon> expected = new ArrayList<>();
        for (LedgerOracle oracle : oracles.reversed()) {
            Campaign campaign = oracle.campaign;
            oracle.issued.stream()
                    .filter(issuance -> issuance.user().equals(user))
                    .map(it -> new UserCoupon(campaign.number(), campaign.id(), it))
                    .forEach(expected::add);
        }
        assertThat(topic.ledger().couponsOf(user, Long.MAX_VALUE, 100)).isEqualTo(expected);
    }
}
