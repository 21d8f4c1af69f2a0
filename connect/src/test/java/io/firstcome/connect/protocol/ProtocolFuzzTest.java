package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

import io.firstcome.connect.Fault;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Orders;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What holds whatever bytes come. Runs with the committed inputs as a test; `connect/fuzz` looks
/// for others.
class ProtocolFuzzTest {
    private static final int MAX_BYTES = FuzzService.MAX_MESSAGE_BYTES;

    /// As often a request may be paused.
    private static final int ROUNDS_MAX = 10_000;

    /// A body, cut as the byte before it says.
    private static List<byte[]> pieces(byte[] data) {
        List<byte[]> pieces = new ArrayList<>();
        int length = data.length == 0 ? 1 : Math.max(1, data[0]);
        for (int i = 1; i < data.length; i += length) {
            pieces.add(Arrays.copyOfRange(data, i, Math.min(data.length, i + length)));
        }
        return pieces;
    }

    /// However a body is cut, it has the same messages, none over the limit, and the same problem.
    @FuzzTest
    void cutsDoNotMatter(byte[] data) {
        byte[] body = Arrays.copyOfRange(data, Math.min(1, data.length), data.length);
        for (MediaType type : new MediaType[] {MediaType.GRPC, MediaType.WEB_TEXT}) {
            List<String> whole = read(type, List.of(body));
            List<String> pieces = read(type, pieces(data));
            assertThat(pieces).isEqualTo(whole);
        }
    }

    private static List<String> read(MediaType type, List<byte[]> pieces) {
        List<String> found = new ArrayList<>();
        Incoming incoming = new Incoming(type, MAX_BYTES);
        incoming.setGzip(true);
        try {
            for (byte[] piece : pieces) {
                incoming.add(piece);
                drain(incoming, found);
            }
            incoming.end();
            drain(incoming, found);
            assertThat(incoming.isComplete()).isTrue();
        } catch (FaultException e) {
            if (type == MediaType.WEB_TEXT) {
                // A fault in the base64 hides what comes before it in the same piece.
                return List.of("fault");
            }
            found.add(e.fault().name());
        }
        return found;
    }

    private static void drain(Incoming incoming, List<String> into) throws FaultException {
        for (byte[] next = incoming.next(); next != null; next = incoming.next()) {
            assertThat(next.length).isLessThanOrEqualTo(MAX_BYTES);
            into.add(Arrays.toString(next));
        }
    }

    /// Inflating gives no more than it may, or a fault.
    @FuzzTest
    void inflatingIsBounded(byte[] data) {
        byte[] inflated = inflated(data);
        if (inflated != null) {
            assertThat(inflated.length).isLessThanOrEqualTo(MAX_BYTES);
            assertThat(inflated(Gzip.deflate(inflated))).isEqualTo(inflated);
        }
    }

    private static byte @Nullable [] inflated(byte[] data) {
        try {
            return Gzip.inflate(data, MAX_BYTES);
        } catch (FaultException e) {
            assertThat(e.fault()).isIn(Fault.MALFORMED, Fault.TOO_LARGE);
            return null;
        }
    }

    /// Every query is answered once.
    @FuzzTest
    @DictionaryEntries({
        "encoding=json",
        "encoding=proto",
        "&message=",
        "&base64=1",
        "&compression=gzip",
        "&connect=v1",
        "%7B%7D",
        "%22name%22"
    })
    void queriesAreAnsweredOnce(byte[] data) {
        String query = new String(data, ISO_8859_1);
        FakeExchange exchange =
                new FakeExchange(
                        new FakeExchange.Head(
                                "GET", Orders.path("Look"), query, true, new Metadata()),
                        List.of());
        assertThat(FuzzService.DISPATCHER.serve(exchange)).isTrue();
        exchange.runTimers();
        assertThat(exchange.ends()).isEqualTo(1);
        assertThat(exchange.status()).isBetween(200, 504);
    }

    /// Every request is answered once, or not at all when its client is gone.
    ///
    /// @param data `POST /path?query h2`, headers in lines, an empty line, how it ends in one byte,
    ///   how it is cut in one byte, and the body
    @FuzzTest
    @DictionaryEntries({
        "POST /test.v1.Orders/Place h2",
        "POST /test.v1.Orders/Watch h2",
        "POST /test.v1.Orders/Gather h2",
        "POST /test.v1.Orders/Chat h2",
        "GET /test.v1.Orders/Look?encoding=json&message={} h1",
        "content-type: ",
        "application/grpc",
        "application/grpc-web-text",
        "application/grpc-web+json",
        "application/connect+proto",
        "application/connect+json",
        "application/json",
        "connect-timeout-ms: 1",
        "grpc-timeout: 1S",
        "grpc-encoding: gzip",
        "grpc-accept-encoding: gzip",
        "connect-protocol-version: 1",
        "content-encoding: gzip"
    })
    void requestsAreAnsweredOnce(byte[] data) {
        int headEnd = headEnd(data);
        FakeExchange.Head head = head(new String(data, 0, headEnd, ISO_8859_1));
        byte[] rest = Arrays.copyOfRange(data, Math.min(headEnd + 2, data.length), data.length);
        int ending = rest.length == 0 ? 0 : rest[0];
        byte[] cutAndBody = Arrays.copyOfRange(rest, Math.min(1, rest.length), rest.length);
        FakeExchange exchange = new FakeExchange(head, pieces(cutAndBody));
        if (FuzzService.DISPATCHER.serve(exchange)) {
            int expected = finish(exchange, ending) ? 1 : 0;
            assertThat(exchange.ends()).isEqualTo(expected);
            assertThat(exchange.status()).isBetween(0, 505);
        } else {
            assertThat(exchange.ends()).isZero();
        }
    }

    /// @return whether there has to be a response
    private static boolean finish(FakeExchange exchange, int ending) {
        switch (ending & 3) {
            case 0 -> exchange.giveBody();
            case 1 -> exchange.beTooSlow();
            case 2 -> {
                if (exchange.leave()) {
                    exchange.giveBody();
                    exchange.runTimers();
                    return false;
                }
            }
            default -> exchange.runTimers();
        }
        for (int i = 0; i < ROUNDS_MAX && exchange.ends() == 0; i++) {
            exchange.giveBody();
            exchange.runTimers();
        }
        return true;
    }

    private static int headEnd(byte[] data) {
        for (int i = 0; i + 1 < data.length; i++) {
            if (data[i] == '\n' && data[i + 1] == '\n') {
                return i;
            }
        }
        return data.length;
    }

    private static FakeExchange.Head head(String text) {
        String[] lines = text.split("\n", -1);
        String[] first = lines[0].split(" ", 3);
        String target = first.length > 1 ? first[1] : "/";
        int mark = target.indexOf('?');
        Metadata headers = new Metadata();
        for (String line : lines) {
            String[] pair = line.split(": ", 2);
            if (pair.length == 2) {
                headers.addAsReceived(pair[0], pair[1]);
            }
        }
        return new FakeExchange.Head(
                first[0],
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                first.length > 2 && first[2].equals("h2"),
                headers);
    }
}
