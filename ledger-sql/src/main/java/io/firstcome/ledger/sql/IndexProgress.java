package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Window;

import java.sql.ResultSet;
import java.sql.SQLException;

/// How far the coupons of a campaign stand in [UserCouponTable].
///
/// @param indexedTags the coupons of users with one of so many tags, from the least on, stand there
record IndexProgress(long campaignNumber, int issued, long indexedTags, long endMicros) {
    /// How many different tags there are.
    static final long TAGS = 1L << Integer.SIZE;

    /// The columns that [#read] reads.
    static final String COLUMNS = "number, issued_count, indexed_tags, end_micros";

    static IndexProgress read(ResultSet row) throws SQLException {
        long end = row.getLong(4);
        long endMicros = row.wasNull() ? Window.NO_END : end;
        return new IndexProgress(row.getLong(1), row.getInt(2), row.getLong(3), endMicros);
    }

    /// The least tag of users whose coupons do not stand there.
    long nextTag() {
        return Integer.MIN_VALUE + indexedTags;
    }

    /// How many tags the users of about `coupons` coupons have, at most as many as are left.
    long tagsOf(int coupons) {
        return Math.min(Math.ceilDiv(TAGS * coupons, issued), TAGS - indexedTags);
    }
}
