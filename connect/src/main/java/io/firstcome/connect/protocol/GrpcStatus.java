package io.firstcome.connect.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;

/// How a gRPC call ended, as names and values.
final class GrpcStatus {
    private static final String STATUS = "grpc-status";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Most calls end so. Only read.
    private static final Metadata OK = new Metadata().addAsReceived(STATUS, "0");

    private GrpcStatus() {}

    /// Not to be added to.
    ///
    /// @param error null when the call ended well
    /// @param more what goes with it; null for nothing
    static Metadata of(@Nullable RpcError error, @Nullable Metadata more) {
        if (error == null && more == null) {
            return OK;
        }
        Metadata status = more == null ? new Metadata() : more;
        if (error == null) {
            return status.addAsReceived(STATUS, "0");
        }
        status.addAsReceived(STATUS, Integer.toString(error.code().number()));
        if (!error.message().isEmpty()) {
            status.addAsReceived("grpc-message", percentEncoded(error.message()));
        }
        if (!error.details().isEmpty()) {
            status.addBinary("grpc-status-details-bin", error.status());
        }
        return status;
    }

    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(UTF_8)) {
            if (b >= ' ' && b <= '~' && b != '%') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
