package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.UserId;

/// Makes the tag of a user: always the same for the same user, and for nobody to foresee. Users may
/// share a tag.
@FunctionalInterface
interface UserHash {
    /// The tag of the user that is the part of `text` from `start` to before `end`.
    int tag(String text, int start, int end);

    default int tag(UserId user) {
        return tag(user.value(), 0, user.value().length());
    }
}
