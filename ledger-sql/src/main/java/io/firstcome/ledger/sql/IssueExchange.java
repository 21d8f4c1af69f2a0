package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Decision;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.CampaignGone;
import io.firstcome.core.ledger.IssueBatch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The act of the hot path on a shared ledger, in two round trips: one locks the campaigns and
/// looks what their users hold, the other records what is granted.
final class IssueExchange {
    private final Database database;
    private final Attempt attempt;
    private final List<Grant> tried;
    private final Map<Long, CampaignTable.Decided> campaigns = new HashMap<>();
    private final Map<Long, Map<UserId, Issuance>> held = new HashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private long nowMicros;

    /// @param tried what earlier attempts at the same were to grant, and whether they did nobody
    ///   knew; what this one is to grant is added
    IssueExchange(Database database, Attempt attempt, List<Grant> tried) {
        this.database = database;
        this.attempt = attempt;
        this.tried = tried;
    }

    /// One outcome for each batch, in their order.
    List<BatchOutcome> perform(List<IssueBatch> batches) throws SQLException {
        // Everybody locks in this order, so nobody waits for somebody who waits for him.
        lockAndLook(
                batches.stream()
                        .sorted(Comparator.comparingLong(IssueBatch::campaignNumber))
                        .toList());
        List<BatchOutcome> outcomes = new ArrayList<>(batches.size());
        for (IssueBatch batch : batches) {
            CampaignTable.Decided campaign = campaigns.get(batch.campaignNumber());
            outcomes.add(campaign == null ? new CampaignGone() : decide(campaign, batch.users()));
        }
        if (!grants.isEmpty()) {
            record();
        }
        return outcomes;
    }

    private void lockAndLook(List<IssueBatch> batches) throws SQLException {
        String sql = database.lockAndLook(batches);
        try (PreparedStatement statement = attempt.connection().prepareStatement(sql)) {
            database.bindLockAndLook(statement, batches);
            long askedNanos = System.nanoTime();
            statement.execute();
            readCampaigns(statement);
            statement.getMoreResults();
            readTime(statement, askedNanos);
            statement.getMoreResults();
            readHeld(statement);
        }
    }

    private void readCampaigns(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                CampaignTable.Decided campaign = CampaignTable.decided(row);
                campaigns.put(campaign.campaign().number(), campaign);
            }
        }
    }

    private void readTime(PreparedStatement statement, long askedNanos) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            nowMicros = attempt.nowMicros(row, askedNanos);
            attempt.requireWhole();
        }
    }

    private void readHeld(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                UserId user = new UserId(row.getString(3));
                held.computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                        .put(user, new Issuance(row.getInt(2), user, row.getLong(4)));
            }
        }
    }

    private BatchOutcome decide(CampaignTable.Decided locked, List<UserId> users) {
        Campaign campaign = locked.campaign();
        long micros = attempt.nowMicros(nowMicros, locked);
        Map<UserId, Issuance> holders = held.getOrDefault(campaign.number(), Map.of());
        Decision decision = Decision.decide(campaign, micros, users, holders::get);
        Campaign after = campaign.withIssued(decision.granted().size());
        if (!decision.granted().isEmpty() || decision.saysEnded()) {
            grants.add(new Grant(after.number(), after.issued(), micros, decision.granted()));
        }
        return new BatchOutcome.Decided(after, asAsked(campaign, decision.verdicts()), micros);
    }

    /// What a user holds of an earlier attempt was granted by this request.
    private List<Verdict> asAsked(Campaign campaign, List<Verdict> verdicts) {
        Set<Issuance> own =
                tried.stream()
                        .filter(grant -> grant.campaignNumber() == campaign.number())
                        .flatMap(grant -> grant.issuances().stream())
                        .collect(Collectors.toCollection(HashSet::new));
        if (own.isEmpty()) {
            return verdicts;
        }
        return verdicts.stream()
                .map(verdict ->
                        verdict instanceof Verdict.Held(Issuance issuance) && own.remove(issuance)
                                ? new Verdict.Granted(issuance)
                                : verdict)
                .toList();
    }

    private void record() throws SQLException {
        String sql = database.recordAndCommit(grants);
        try (PreparedStatement statement = attempt.connection().prepareStatement(sql)) {
            database.bindRecordAndCommit(statement, grants);
            tried.addAll(grants);
            attempt.committing();
            statement.execute();
            requireRecorded(statement);
        }
    }

    private void requireRecorded(PreparedStatement statement) throws SQLException {
        int coupons = grants.stream().mapToInt(grant -> grant.issuances().size()).sum();
        if (statement.getUpdateCount() != coupons) {
            throw new IllegalStateException(
                    "coupons inserted: %d (expected: %d)"
                            .formatted(statement.getUpdateCount(), coupons));
        }
    }
}
