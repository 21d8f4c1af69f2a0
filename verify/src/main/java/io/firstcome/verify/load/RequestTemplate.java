package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/// The bytes of a request in which only the digits of the user's name change from one request to
/// the next, so that a request costs nine byte stores. A second name may change with them.
public final class RequestTemplate {
    private static final int DIGITS = 9;
    private static final int USERS_MAX = 1_000_000_000;

    private static final int NO_GROUPS = 0;

    private final byte[] request;
    private final int digitsStart;
    private final int groups;
    private final int groupStart;

    private RequestTemplate(byte[] request, int digitsStart) {
        this(request, digitsStart, NO_GROUPS, 0);
    }

    private RequestTemplate(byte[] request, int digitsStart, int groups, int groupStart) {
        this.request = request;
        this.digitsStart = digitsStart;
        this.groups = groups;
        this.groupStart = groupStart;
    }

    /// A POST of JSON to `path` at `authority` whose body is `before`, nine digits, `after`.
    public static RequestTemplate post(String authority, String path, String before, String after) {
        return post(authority, path, "application/json", before, after);
    }

    /// As [#post(String, String, String, String)], of another content type.
    public static RequestTemplate post(
            String authority, String path, String contentType, String before, String after) {
        int bodyLength = before.getBytes(UTF_8).length + DIGITS + after.getBytes(UTF_8).length;
        String head =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + authority
                        + "\r\nContent-Type: "
                        + contentType
                        + "\r\nContent-Length: "
                        + bodyLength
                        + "\r\n\r\n";
        int digitsStart = (head + before).getBytes(UTF_8).length;
        return new RequestTemplate(
                (head + before + "0".repeat(DIGITS) + after).getBytes(UTF_8), digitsStart);
    }

    /// Any request: its text up to the nine digits, and from after them on. A `Content-Length` in
    /// it counts the digits.
    public static RequestTemplate of(String before, String after) {
        String request = before + "0".repeat(DIGITS) + after;
        return new RequestTemplate(request.getBytes(UTF_8), before.getBytes(UTF_8).length);
    }

    /// The same request of users who are spread evenly over `count` groups: the nine zeros that
    /// stand after `before` become the digits of the user's number modulo `count`.
    public RequestTemplate grouped(String before, int count) {
        String text = new String(request, UTF_8);
        int digits = text.indexOf(before + "0".repeat(DIGITS)) + before.length();
        if (digits < before.length()) {
            throw new IllegalArgumentException(
                    "before: " + before + " (expected: before nine zeros in the request)");
        }
        if (count < 1 || count > USERS_MAX) {
            throw new IllegalArgumentException("count: " + count + " (expected: 1..1000000000)");
        }
        int start = text.substring(0, digits).getBytes(UTF_8).length;
        return new RequestTemplate(request, digitsStart, count, start);
    }

    /// The nine digits that stand for `user` in the request.
    public static String digits(int user) {
        String digits = Integer.toString(user);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /// Bytes of one whole request.
    int length() {
        return request.length;
    }

    /// Writes the request once; later only the digits are set.
    void writeTo(ByteBuf buffer) {
        buffer.setBytes(0, request);
    }

    /// Puts the digits of `user` into a buffer that holds this request.
    void setUser(ByteBuf buffer, int user) {
        if (user < 0 || user >= USERS_MAX) {
            throw new IllegalArgumentException("user: " + user + " (expected: 0..999999999)");
        }
        setDigits(buffer, digitsStart, user);
        if (groups != NO_GROUPS) {
            setDigits(buffer, groupStart, user % groups);
        }
    }

    private static void setDigits(ByteBuf buffer, int start, int number) {
        int rest = number;
        for (int index = start + DIGITS - 1; index >= start; index--) {
            buffer.setByte(index, '0' + rest % 10);
            rest /= 10;
        }
    }
}
