package io.firstcome.server.config;

import io.firstcome.core.code.CodeKey;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a kind of value is written.
///
/// @param expected what a valid text is, for messages
/// @param parser reads a text; throws [IllegalArgumentException] when it is not valid
record ValueType<T>(String expected, Function<String, T> parser) {
    private static final Pattern LEDGER_ADDRESS =
            Pattern.compile("jdbc:(postgresql|mysql|mariadb):");
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[a-z0-9.:\\[\\]-]+");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    static ValueType<Path> path(String expected) {
        return new ValueType<>(expected, ValueType::parsePath);
    }

    static ValueType<String> text() {
        return new ValueType<>("a text", Function.identity());
    }

    static ValueType<String> ledger() {
        return new ValueType<>(
                Keys.EMBEDDED
                        + ", or an address that begins with jdbc:postgresql:, jdbc:mysql: or"
                        + " jdbc:mariadb:; without a password, which is for ledger-password",
                ValueType::parseLedger);
    }

    static ValueType<Role> role() {
        return new ValueType<>("all, admin or issue", ValueType::parseRole);
    }

    static ValueType<InetAddress> address() {
        return new ValueType<>(
                "an address of this machine such as 127.0.0.1, ::1, localhost, or 0.0.0.0 for all",
                ValueType::parseAddress);
    }

    static ValueType<Long> wholeNumber(long min, long max) {
        return new ValueType<>(
                "a whole number from " + min + " to " + max, text -> parseNumber(text, min, max));
    }

    static ValueType<Duration> duration(Duration min, Duration max) {
        return new ValueType<>(
                "a time such as 500ms, 2s or 1m, from %dms to %dh"
                        .formatted(min.toMillis(), max.toHours()),
                text -> parseDuration(text, min, max));
    }

    static ValueType<Boolean> flag() {
        return new ValueType<>("true or false", ValueType::parseFlag);
    }

    static ValueType<Set<String>> origins() {
        return new ValueType<>(
                "* or origins such as https://shop.example.com, a comma between them",
                ValueType::parseOrigins);
    }

    static ValueType<CodeKey> aesKey() {
        return new ValueType<>(
                "32, 48 or 64 hexadecimal digits",
                text -> new CodeKey(HexFormat.of().parseHex(text)));
    }

    private static String parseLedger(String text) {
        require(text.equals(Keys.EMBEDDED) || LEDGER_ADDRESS.matcher(text).lookingAt());
        require(!text.contains("password="));
        return text;
    }

    private static Role parseRole(String text) {
        require(text.equals(text.toLowerCase(Locale.ROOT)));
        return Role.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Path parsePath(String text) {
        require(!text.isBlank());
        return Path.of(text);
    }

    private static InetAddress parseAddress(String text) {
        return InetAddress.ofLiteral(text.equals("localhost") ? "127.0.0.1" : text);
    }

    private static long parseNumber(String text, long min, long max) {
        long number = Long.parseLong(text);
        require(number >= min && number <= max);
        return number;
    }

    private static Duration parseDuration(String text, Duration min, Duration max) {
        Matcher parts = DURATION.matcher(text);
        require(parts.matches());
        long amount = Long.parseLong(parts.group(1));
        Duration duration =
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                };
        require(duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0);
        return duration;
    }

    private static boolean parseFlag(String text) {
        require(text.equals("true") || text.equals("false"));
        return Boolean.parseBoolean(text);
    }

    private static Set<String> parseOrigins(String text) {
        Set<String> origins = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            String origin = part.strip();
            require(origin.equals("*") || ORIGIN.matcher(origin).matches());
            origins.add(origin);
        }
        return origins;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not as expected");
        }
    }
}
