package io.firstcome.connect.protocol;

import io.firstcome.connect.Shown;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/// Reads how long a caller will wait.
final class Timeout {
    private static final int CONNECT_DIGITS_MAX = 10;
    private static final int GRPC_DIGITS_MAX = 8;

    private Timeout() {}

    /// The value of `Connect-Timeout-Ms`, in nanoseconds.
    static long ofConnect(String text) throws FaultException {
        if (!isNumber(text, CONNECT_DIGITS_MAX)) {
            throw FaultException.malformed(
                    "connect-timeout-ms: "
                            + Shown.of(text)
                            + " (expected: milliseconds in 1 to 10 digits)");
        }
        return TimeUnit.MILLISECONDS.toNanos(Long.parseLong(text));
    }

    /// The value of `grpc-timeout`, in nanoseconds.
    static long ofGrpc(String text) throws FaultException {
        String number = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        TimeUnit unit = text.isEmpty() ? null : unit(text.charAt(text.length() - 1));
        if (unit == null || !isNumber(number, GRPC_DIGITS_MAX)) {
            throw FaultException.malformed(
                    "grpc-timeout: "
                            + Shown.of(text)
                            + " (expected: 1 to 8 digits and one of H, M, S, m, u, n)");
        }
        return unit.toNanos(Long.parseLong(number));
    }

    private static @Nullable TimeUnit unit(char letter) {
        return switch (letter) {
            case 'H' -> TimeUnit.HOURS;
            case 'M' -> TimeUnit.MINUTES;
            case 'S' -> TimeUnit.SECONDS;
            case 'm' -> TimeUnit.MILLISECONDS;
            case 'u' -> TimeUnit.MICROSECONDS;
            case 'n' -> TimeUnit.NANOSECONDS;
            default -> null;
        };
    }

    private static boolean isNumber(String text, int digitsMax) {
        return !text.isEmpty()
                && text.length() <= digitsMax
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
