package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Finds status and body of one HTTP/1.1 response in the bytes read so far.
///
/// Nearly every response arrives whole, so an incomplete one is simply parsed again from its start.
final class ResponseParser {
    private static final int STATUS_START = "HTTP/1.1 ".length();
    private static final int UNKNOWN_LENGTH = -1;
    private static final int LENGTH_MAX = 64 << 20;

    private int lineStart;
    private int contentLength;
    private boolean chunked;
    private boolean keepAlive;

    /// Whether the server keeps the connection open after the response parsed last.
    boolean keepAlive() {
        return keepAlive;
    }

    /// Fills `reply` and returns true when `bytes[0..length)` is a whole response. A chunked body
    /// is joined in place.
    boolean parse(byte[] bytes, int length, Reply reply) {
        lineStart = 0;
        contentLength = UNKNOWN_LENGTH;
        chunked = false;
        keepAlive = true;
        if (!readHead(bytes, length)) {
            return false;
        }
        reply.status = status(bytes);
        reply.bytes = bytes;
        reply.bodyStart = lineStart;
        return chunked ? readChunks(bytes, length, reply) : readBody(length, reply);
    }

    /// Leaves `lineStart` at the first byte of the body.
    private boolean readHead(byte[] bytes, int length) {
        for (int index = 0; index < length; index++) {
            if (bytes[index] != '\n') {
                continue;
            }
            int lineEnd = index > lineStart && bytes[index - 1] == '\r' ? index - 1 : index;
            if (lineEnd == lineStart) {
                lineStart = index + 1;
                return true;
            }
            readHeader(bytes, lineEnd);
            lineStart = index + 1;
        }
        return false;
    }

    private void readHeader(byte[] bytes, int lineEnd) {
        int first = bytes[lineStart] | 0x20;
        if (first == 'c' && nameIs(bytes, lineEnd, "content-length:")) {
            contentLength = number(value(bytes, lineEnd, "content-length:"), 10);
        } else if (first == 't' && nameIs(bytes, lineEnd, "transfer-encoding:")) {
            chunked = value(bytes, lineEnd, "transfer-encoding:").equalsIgnoreCase("chunked");
        } else if (first == 'c' && nameIs(bytes, lineEnd, "connection:")) {
            keepAlive = !value(bytes, lineEnd, "connection:").equalsIgnoreCase("close");
        }
    }

    private boolean nameIs(byte[] bytes, int lineEnd, String name) {
        if (lineEnd - lineStart < name.length()) {
            return false;
        }
        for (int index = 0; index < name.length(); index++) {
            int letter = bytes[lineStart + index];
            if (letter != name.charAt(index) && (letter | 0x20) != name.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private String value(byte[] bytes, int lineEnd, String name) {
        int start = lineStart + name.length();
        return new String(bytes, start, lineEnd - start, ISO_8859_1).strip();
    }

    private static int status(byte[] bytes) {
        int status = 0;
        for (int index = STATUS_START; index < STATUS_START + 3; index++) {
            int digit = bytes[index] - '0';
            if (digit < 0 || digit > 9 || bytes[0] != 'H') {
                throw new MalformedResponseException("status line");
            }
            status = status * 10 + digit;
        }
        return status;
    }

    private boolean readBody(int length, Reply reply) {
        if (contentLength == UNKNOWN_LENGTH) {
            throw new MalformedResponseException("neither Content-Length nor chunked");
        }
        reply.bodyEnd = reply.bodyStart + contentLength;
        if (length > reply.bodyEnd) {
            throw new MalformedResponseException("bytes after the response");
        }
        return length == reply.bodyEnd;
    }

    /// First walks all chunks without touching them, then joins them.
    private static boolean readChunks(byte[] bytes, int length, Reply reply) {
        if (joinChunks(bytes, length, reply.bodyStart, false) < 0) {
            return false;
        }
        reply.bodyEnd = joinChunks(bytes, length, reply.bodyStart, true);
        return true;
    }

    /// The end of the joined body, or -1 when the last chunk is not there yet. Trailers are not
    /// understood: the last chunk must be followed by an empty line.
    private static int joinChunks(byte[] bytes, int length, int start, boolean move) {
        int from = start;
        int to = start;
        while (true) {
            int lineEnd = indexOfNewline(bytes, from, length);
            if (lineEnd < 0) {
                return -1;
            }
            int size = number(new String(bytes, from, lineEnd - from, ISO_8859_1).strip(), 16);
            int next = lineEnd + 1 + size + 2;
            if (next > length) {
                return -1;
            }
            if (move) {
                System.arraycopy(bytes, lineEnd + 1, bytes, to, size);
            }
            to += size;
            from = next;
            if (size == 0) {
                return to;
            }
        }
    }

    private static int indexOfNewline(byte[] bytes, int from, int length) {
        for (int index = from; index < length; index++) {
            if (bytes[index] == '\n') {
                return index;
            }
        }
        return -1;
    }

    private static int number(String digits, int radix) {
        try {
            int number = Integer.parseInt(digits, radix);
            if (number >= 0 && number <= LENGTH_MAX) {
                return number;
            }
        } catch (NumberFormatException _) {
            // falls through: as wrong as a number out of range
        }
        throw new MalformedResponseException("length: " + digits);
    }
}
