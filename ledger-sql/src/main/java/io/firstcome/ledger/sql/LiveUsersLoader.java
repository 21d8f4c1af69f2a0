package io.firstcome.ledger.sql;

import io.firstcome.core.issue.Issuance;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fills [LiveUsers] from the coupons when a ledger is opened, on a few threads.
final class LiveUsersLoader {
    private static final int BLOCKS_TOGETHER = 16;

    private final Engine engine;
    private final UserHash hash;
    private final Readers readers;
    private final LiveUsers liveUsers;

    LiveUsersLoader(Engine engine, UserHash hash, Readers readers, LiveUsers liveUsers) {
        this.engine = engine;
        this.hash = hash;
        this.readers = readers;
        this.liveUsers = liveUsers;
    }

    void load(List<IndexProgress> campaigns) {
        List<Callable<Integer>> parts = new ArrayList<>();
        for (IndexProgress progress : campaigns) {
            liveUsers.cover(progress);
            for (OrdinalRange range : ranges(progress)) {
                parts.add(() -> readers.read(session -> load(session, progress, range)));
            }
        }
        if (!parts.isEmpty()) {
            runAll(parts);
        }
    }

    /// None reaches from coupons on the way to the table into those behind.
    private static List<OrdinalRange> ranges(IndexProgress progress) {
        long number = progress.campaign().number();
        int issued = progress.campaign().issued();
        List<OrdinalRange> ranges = new ArrayList<>();
        for (OrdinalRange range :
                List.of(
                        new OrdinalRange(number, progress.indexed() + 1, progress.indexing()),
                        new OrdinalRange(number, progress.indexing() + 1, issued))) {
            ranges.addAll(range.cut(BLOCKS_TOGETHER * UserTagTable.BLOCK));
        }
        return ranges;
    }

    private int load(Session session, IndexProgress progress, OrdinalRange range)
            throws SQLException {
        Map<Integer, UserTags> blocks = UserTagTable.read(session, range);
        for (OrdinalRange part : range.cut(UserTagTable.BLOCK)) {
            UserTags kept = blocks.get(part.first());
            UserTags tags =
                    kept != null && kept.range().equals(part)
                            ? kept
                            : UserTags.read(session, engine, hash, part);
            // Of kept tags, those of one block: each coupon looked at is a page of the disk.
            if (tags != kept || part.first() == range.first()) {
                requireTag(session, tags, part.first());
                requireTag(session, tags, part.last());
            }
            liveUsers.add(progress, tags);
        }
        return range.count();
    }

    /// The order of the users, or a table of tags, may not be what it is taken for.
    private void requireTag(Session session, UserTags tags, int ordinal) throws SQLException {
        OrdinalRange range = tags.range();
        Issuance issuance = CouponTable.find(session, range.campaignNumber(), ordinal);
        if (issuance == null || tags.tagOf(ordinal) != hash.tag(issuance.user())) {
            throw new IllegalStateException("coupons: not those of %s, in order".formatted(range));
        }
    }

    private static void runAll(List<Callable<Integer>> parts) {
        int threads = Math.min(Readers.CONNECTIONS_MAX, Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> part : executor.invokeAll(parts)) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new LedgerOpenException(
                    "ledger: its coupons can not be read: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerOpenException("ledger: interrupted while its coupons were read", e);
        }
    }
}
