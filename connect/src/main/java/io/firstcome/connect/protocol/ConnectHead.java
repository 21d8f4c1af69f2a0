package io.firstcome.connect.protocol;

import io.firstcome.connect.Shown;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// What the head of every Connect call can say.
final class ConnectHead {
    static final String VERSION = "connect-protocol-version";

    private static final String TIMEOUT = "connect-timeout-ms";

    private ConnectHead() {}

    /// @param version as the call says it in a header; null when it does not
    static void checkVersion(@Nullable String version, boolean isRequired) throws FaultException {
        if (version == null && isRequired) {
            throw FaultException.malformed(VERSION + ": missing (expected: 1)");
        }
        if (version != null && !version.equals("1")) {
            throw FaultException.malformed(VERSION + ": " + Shown.of(version) + " (expected: 1)");
        }
    }

    /// How long the caller will wait; negative when it does not say.
    static long timeoutNanos(Exchange exchange) throws FaultException {
        String timeout = exchange.header(TIMEOUT);
        return timeout == null ? -1 : Timeout.ofConnect(timeout);
    }

    /// Whether a header names gzip.
    ///
    /// @throws FaultException when it names something else that is compression
    static boolean isGzip(String name, @Nullable String encoding) throws FaultException {
        if (encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (!encoding.equalsIgnoreCase(Gzip.NAME)) {
            throw FaultException.unsupported(
                    name + ": " + Shown.of(encoding) + " (expected: gzip or identity)");
        }
        return true;
    }
}
