package io.firstcome.cli.text;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How instants are written.
public final class TimeText {
    /// What can be read, for messages and help.
    public static final String EXPECTED =
            "now, +10s, +5m, +2h or a time with an offset such as 2025-06-23T20:57:00+09:00";

    private static final Pattern FROM_NOW = Pattern.compile("\\+(\\d{1,9})([smh])");
    private static final DateTimeFormatter SHOWN =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern(" xxx")
                    .toFormatter();

    private TimeText() {}

    /// Reads an instant.
    ///
    /// @param clock says when now is, and in which offset to suggest one that is missing
    /// @throws IllegalArgumentException with a message for people when it is none
    public static Timestamp parse(String text, Clock clock) {
        Timestamp timestamp = timestamp(instant(text, clock));
        if (!Timestamps.isValid(timestamp)) {
            throw new IllegalArgumentException(text + " (expected: a year from 1 to 9999)");
        }
        return timestamp;
    }

    private static Instant instant(String text, Clock clock) {
        if (text.equals("now")) {
            return now(clock);
        }
        Matcher fromNow = FROM_NOW.matcher(text);
        if (fromNow.matches()) {
            long amount = Long.parseLong(fromNow.group(1));
            return now(clock).plus(duration(amount, fromNow.group(2)));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(problem(text, clock), e);
        }
    }

    /// To the millisecond, which is what people can read.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static String problem(String text, Clock clock) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            ZoneOffset offset = local.atZone(clock.getZone()).getOffset();
            return "%s has no offset, so it is not one instant (expected: for example %s%s)"
                    .formatted(text, text, offset);
        } catch (DateTimeException _) {
            return "%s (expected: %s)".formatted(text, EXPECTED);
        }
    }

    /// Shows an instant as the clock of a person's zone does.
    public static String show(Timestamp timestamp, Clock clock) {
        Instant instant = Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
        return SHOWN.format(instant.atZone(clock.getZone()));
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
