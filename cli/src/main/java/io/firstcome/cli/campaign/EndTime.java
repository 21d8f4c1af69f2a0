package io.firstcome.cli.campaign;

import com.google.protobuf.Timestamp;

import io.firstcome.cli.text.TimeText;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/// When a campaign ends.
///
/// @param time null: never
record EndTime(@Nullable Timestamp time) {
    /// @throws IllegalArgumentException with a message for people
    static EndTime parse(String text, Clock clock) {
        return new EndTime(text.equals("never") ? null : TimeText.parse(text, clock));
    }
}
