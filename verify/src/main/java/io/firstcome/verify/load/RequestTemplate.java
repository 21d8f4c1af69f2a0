package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The bytes of a request in which only the digits of the user's name change from one request to
/// the next, so that a request costs nine byte stores. A second name may change with them.
public final class RequestTemplate {
    private static final int DIGITS = 9;
    private static final int USERS_MAX = 1_000_000_000;

    private final byte[] request;
    private final int digitsStart;
    private final @Nullable Groups groups;
    private final @Nullable Http2Headers head;

    /// Where the second name stands, and how many there are of it.
    private record Groups(int start, int count) {
        Groups after(int bytes) {
            return new Groups(start + bytes, count);
        }
    }

    private RequestTemplate(
            byte[] request, int digitsStart, @Nullable Groups groups, @Nullable Http2Headers head) {
        this.request = request;
        this.digitsStart = digitsStart;
        this.groups = groups;
        this.head = head;
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
                (head + before + "0".repeat(DIGITS) + after).getBytes(UTF_8),
                digitsStart,
                null,
                null);
    }

    /// Any request: its text up to the nine digits, and from after them on. A `Content-Length` in
    /// it counts the digits.
    public static RequestTemplate of(String before, String after) {
        String request = before + "0".repeat(DIGITS) + after;
        return new RequestTemplate(
                request.getBytes(UTF_8), before.getBytes(UTF_8).length, null, null);
    }

    /// A POST over HTTP/2 to `path` at `authority` whose body is `before` and nine digits.
    public static RequestTemplate overHttp2(
            String authority, String path, String contentType, byte[] before) {
        Http2Headers head =
                new DefaultHttp2Headers()
                        .method("POST")
                        .scheme("http")
                        .path(path)
                        .authority(authority)
                        .add("content-type", contentType)
                        .add("te", "trailers");
        byte[] body = Arrays.copyOf(before, before.length + DIGITS);
        return new RequestTemplate(body, before.length, null, head);
    }

    /// The same request with one more header.
    public RequestTemplate with(String name, String value) {
        if (head != null) {
            Http2Headers more = new DefaultHttp2Headers().setAll(head).add(name, value);
            return new RequestTemplate(request, digitsStart, groups, more);
        }
        byte[] line = (name + ": " + value + "\r\n").getBytes(UTF_8);
        int start = afterFirstLine();
        ByteBuffer longer = ByteBuffer.allocate(request.length + line.length);
        longer.put(request, 0, start).put(line).put(request, start, request.length - start);
        Groups moved = groups == null ? null : groups.after(line.length);
        return new RequestTemplate(longer.array(), digitsStart + line.length, moved, null);
    }

    private int afterFirstLine() {
        int index = 0;
        while (request[index] != '\n') {
            index++;
        }
        return index + 1;
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
        return new RequestTemplate(request, digitsStart, new Groups(start, count), head);
    }

    /// The nine digits that stand for `user` in the request.
    public static String digits(int user) {
        String digits = Integer.toString(user);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /// The head of the request over HTTP/2, whose body the bytes are; null: they are the whole of
    /// it over HTTP/1.1.
    @Nullable Http2Headers head(boolean hasTls) {
        return head == null || !hasTls
                ? head
                : new DefaultHttp2Headers().setAll(head).scheme("https");
    }

    /// Bytes of the request.
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
        if (groups != null) {
            setDigits(buffer, groups.start(), user % groups.count());
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
