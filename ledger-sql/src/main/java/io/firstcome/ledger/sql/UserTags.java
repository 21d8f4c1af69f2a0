package io.firstcome.ledger.sql;

import java.nio.ByteBuffer;
import java.sql.SQLException;

/// The tags of the users of coupons with consecutive ordinals.
final class UserTags {
    private final OrdinalRange range;
    private final int[] tags;

    private UserTags(OrdinalRange range, int[] tags) {
        this.range = range;
        this.tags = tags;
    }

    /// Reads the users of `range`, which must all be there, and makes their tags.
    static UserTags read(Session session, Engine engine, UserHash hash, OrdinalRange range)
            throws SQLException {
        int[] tags = new int[range.count()];
        JoinedUsers users = JoinedUsers.read(session, engine, range);
        int found =
                users == null
                        ? 0
                        : users.forEach((ordinal, text, start, end) ->
                                tags[ordinal - range.first()] = hash.tag(text, start, end));
        if (found != range.count()) {
            throw new IllegalStateException(
                    "campaign %d: %d coupons from ordinal %d (expected: %d)"
                            .formatted(
                                    range.campaignNumber(), found, range.first(), range.count()));
        }
        return new UserTags(range, tags);
    }

    static UserTags ofBytes(OrdinalRange range, byte[] bytes) {
        if (bytes.length != range.count() * Integer.BYTES) {
            throw new IllegalStateException(
                    "tags of %s: %d bytes (expected: %d)"
                            .formatted(range, bytes.length, range.count() * Integer.BYTES));
        }
        int[] tags = new int[range.count()];
        ByteBuffer.wrap(bytes).asIntBuffer().get(tags);
        return new UserTags(range, tags);
    }

    OrdinalRange range() {
        return range;
    }

    int tagOf(int ordinal) {
        return tags[ordinal - range.first()];
    }

    void addTo(UserIndex index) {
        index.addAll(tags, range.first());
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(tags.length * Integer.BYTES);
        bytes.asIntBuffer().put(tags);
        return bytes.array();
    }
}
