package io.firstcome.ledger.sql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The table of the tags of users, by which [LiveUsersLoader] need not read the users themselves: a
/// row for each block of coupons.
final class UserTagTable {
    /// So few that a commit which makes a block complete does not last noticeably longer.
    static final int BLOCK = 2_048;

    private static final String INSERT =
            "INSERT INTO user_tags (campaign_number, first_ordinal, tags) VALUES (?, ?, ?)";
    private static final String SELECT =
            "SELECT first_ordinal, tags FROM user_tags"
                    + " WHERE campaign_number = ? AND first_ordinal BETWEEN ? AND ?";

    private final Engine engine;
    private final UserHash hash;

    UserTagTable(Engine engine, UserHash hash) {
        this.engine = engine;
        this.hash = hash;
    }

    /// Writes the blocks that are complete with `after` coupons and were not with `before`.
    void complete(Transaction transaction, long campaignNumber, int before, int after)
            throws SQLException {
        for (int block = before / BLOCK; block < after / BLOCK; block++) {
            OrdinalRange range = blockFrom(campaignNumber, block * BLOCK + 1);
            UserTags tags = UserTags.read(transaction.session(), engine, hash, range);
            transaction.updateExactly(1, INSERT, campaignNumber, range.first(), tags.bytes());
        }
    }

    private static OrdinalRange blockFrom(long campaignNumber, int first) {
        return new OrdinalRange(campaignNumber, first, first + BLOCK - 1);
    }

    /// The blocks that begin in `range`, by their first ordinal.
    static Map<Integer, UserTags> read(Session session, OrdinalRange range) throws SQLException {
        Map<Integer, UserTags> blocks = new HashMap<>();
        session.list(
                SELECT,
                row -> {
                    OrdinalRange block = blockFrom(range.campaignNumber(), row.getInt(1));
                    return blocks.put(block.first(), UserTags.ofBytes(block, row.getBytes(2)));
                },
                range.campaignNumber(),
                range.first(),
                range.last());
        return blocks;
    }
}
