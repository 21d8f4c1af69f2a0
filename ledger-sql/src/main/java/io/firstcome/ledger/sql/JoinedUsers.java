package io.firstcome.ledger.sql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/// The users of coupons with consecutive ordinals in one text, which is one call into the engine
/// instead of one for each.
record JoinedUsers(int firstOrdinal, String text) {
    private static final char SEPARATOR = 31;

    /// Does something with one user, which is the part of `text` from `start` to before `end`.
    @FunctionalInterface
    interface Visitor {
        void visit(int ordinal, String text, int start, int end);
    }

    /// Reads the users of `range`, as far as there are any; null when there are none.
    static @Nullable JoinedUsers read(Session session, Engine engine, OrdinalRange range)
            throws SQLException {
        String text =
                session.first(
                        engine.joinedUsers(),
                        row -> row.getString(1),
                        range.campaignNumber(),
                        range.first(),
                        range.last());
        return text == null ? null : new JoinedUsers(range.first(), text);
    }

    /// Visits each user, by ordinal.
    ///
    /// @return how many there are
    int forEach(Visitor visitor) {
        int ordinal = firstOrdinal;
        int start = 0;
        int end = text.indexOf(SEPARATOR);
        while (end >= 0) {
            visitor.visit(ordinal++, text, start, end);
            start = end + 1;
            end = text.indexOf(SEPARATOR, start);
        }
        visitor.visit(ordinal++, text, start, text.length());
        return ordinal - firstOrdinal;
    }
}
