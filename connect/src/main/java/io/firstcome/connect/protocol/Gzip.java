package io.firstcome.connect.protocol;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The one compression of messages.
final class Gzip {
    static final String NAME = "gzip";

    /// Messages shorter than this are sent as they are: the header alone takes 18 bytes.
    static final int WORTHWHILE_BYTES = 1024;

    private Gzip() {}

    static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(bytes.length / 2 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(deflated)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

    /// Inflates no more than `maxBytes`.
    ///
    /// @throws FaultException when there are more, or when it is not gzip
    static byte[] inflate(byte[] bytes, int maxBytes) throws FaultException {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] inflated;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            inflated = gzip.readNBytes(maxBytes);
            if (gzip.read() >= 0) {
                throw FaultException.tooLarge(maxBytes);
            }
        } catch (IOException e) {
            throw FaultException.malformed("message: malformed gzip (expected: as it says)");
        }
        return inflated;
    }

    /// Whether a list of encodings that a client accepts has gzip.
    static boolean isAcceptedBy(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        if (acceptEncoding.equals(NAME)) {
            return true;
        }
        for (String each : acceptEncoding.split(",", -1)) {
            String[] parts = each.split(";", 2);
            if (parts[0].strip().equalsIgnoreCase(NAME)) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
