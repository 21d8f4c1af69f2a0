package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Responses without a network, whose body stands between other bytes.
public final class Replies {
    private Replies() {}

    public static Reply of(int status, String body) {
        return of(status, body.getBytes(UTF_8));
    }

    public static Reply of(int status, byte[] body) {
        String around = new String(body, ISO_8859_1);
        Reply reply = new Reply();
        reply.status = status;
        reply.bytes = ("\"before\"" + around + "{after").getBytes(ISO_8859_1);
        reply.bodyStart = "\"before\"".length();
        reply.bodyEnd = reply.bodyStart + body.length;
        return reply;
    }
}
