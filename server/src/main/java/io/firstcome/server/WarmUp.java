package io.firstcome.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Drops on servers that are thrown away, over loopback, so that the code of the hot path is loaded
/// and compiled before the first real drop opens: a campaign's first coupon then takes
/// milliseconds, not tens of them. Half of the connections are made anew again and again: the first
/// request on one is what everybody sends who waited for the start without asking. Now and then
/// requests come in pieces and with long heads, as they do from afar: the compilers leave out what
/// they have not seen.
final class WarmUp implements AutoCloseable {
    /// Few, so that there are many durable acts: what is done once for an act is to be fast, too.
    private static final int CONNECTIONS = 8;

    private static final int CONNECTIONS_OF_A_USER = 2;

    /// One after another: much is done once by a server, or by each of its threads, and where the
    /// compilers had not seen it again, the first time on the real one would undo what they did.
    static final int SERVERS = 4;

    /// So often the operators are at each of them, and people ask after each visit.
    static final int VISITS = 5;

    /// After each visit; with all, enough for the compilers' last word on it.
    private static final int ROUNDS = 100;

    /// Their names have every kind of character that one may have.
    static final String LATER = "Later_1.-";

    static final String NOW = "Now_2.-";
    static final String GONE = "Gone_3.-";

    /// Asked in turn, so that the compilers see every kind of answer before they choose: not
    /// started, a coupon, sold out. Each user asks each four times, twice at once and twice again,
    /// so that coupons are also given again.
    private static final List<String> CAMPAIGNS = List.of(LATER, NOW, GONE);

    /// The last second of the year 9999.
    private static final long LATER_MICROS = 253_402_300_799_000_000L;

    private static final int PLENTY = 1_000_000;

    private final List<Asker> askers = new ArrayList<>();

    private WarmUp(InetAddress address, int port) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            askers.add(new Asker(address, port));
        }
    }

    /// Runs it once. Takes about three seconds, more where nothing was learnt at the build.
    ///
    /// @param scratch a directory that is empty or not there
    static void run(Path scratch, InetAddress loopback) throws StartupException, IOException {
        for (int turn = 0; turn < SERVERS; turn++) {
            drop(scratch.resolve("server-" + turn), loopback);
        }
    }

    private static void drop(Path directory, InetAddress loopback)
            throws StartupException, IOException {
        ServerConfig config =
                new ServerConfig(
                        directory,
                        new Listen(loopback, 0, 0),
                        Timeouts.DEFAULT,
                        ServerLimits.DEFAULT,
                        null);
        try (FirstcomeServer server = FirstcomeServer.start(config);
                WarmUp crowd = new WarmUp(loopback, server.issuePort())) {
            server.create(new CampaignId(LATER), terms(PLENTY, Window.from(LATER_MICROS)));
            server.create(new CampaignId(NOW), terms(PLENTY, Window.from(0)));
            server.create(new CampaignId(GONE), terms(1, Window.from(0)));
            for (int visit = 0; visit < VISITS; visit++) {
                visit(loopback, server);
                crowd.ask(visit);
            }
        }
    }

    private static void visit(InetAddress loopback, FirstcomeServer server) throws IOException {
        int admin = server.adminPort();
        try (WarmUpOperators operators = new WarmUpOperators(loopback, admin, server.issuePort())) {
            operators.ask();
        }
    }

    private static CampaignTerms terms(int coupons, Window window) {
        return new CampaignTerms("warm-up", coupons, window);
    }

    private void ask(int visit) throws IOException {
        for (int round = visit * ROUNDS; round < (visit + 1) * ROUNDS; round++) {
            askers.get(round % (CONNECTIONS / 2)).connectAgain();
            for (int i = 0; i < CONNECTIONS; i++) {
                int person = i / CONNECTIONS_OF_A_USER;
                String user = person + "-" + round / (2 * CAMPAIGNS.size());
                askers.get(i).isSlow = round % ROUNDS == 0;
                askers.get(i).ask(CAMPAIGNS.get((round + person) % CAMPAIGNS.size()), user);
            }
            for (Asker asker : askers) {
                asker.skipAnswer();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Asker asker : askers) {
            asker.close();
        }
    }

    /// A connection with one request in flight.
    private static final class Asker implements AutoCloseable {
        private static final int ANSWER_BYTES_MAX = 4096;
        private static final int ANSWER_MILLIS_MAX = 2_000;

        /// A header that does not fit into what the server reads at once.
        private static final String LONG = "Padding: " + "-".repeat(3_000) + "\r\n";

        /// The first piece of a slow request, and the last.
        private static final int PIECE_BYTES = 30;

        private static final long PAUSE_NANOS = 1_000_000;

        private static final Pattern LENGTH =
                Pattern.compile("(?is).*?\r\ncontent-length: *(\\d+)\r\n(.*?\r\n)?\r\n");

        private final InetAddress address;
        private final int port;
        private final byte[] answer = new byte[ANSWER_BYTES_MAX];
        private Socket socket;
        private boolean isSlow;

        Asker(InetAddress address, int port) throws IOException {
            this.address = address;
            this.port = port;
            this.socket = connect(address, port);
        }

        private static Socket connect(InetAddress address, int port) throws IOException {
            Socket socket = new Socket(address, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            return socket;
        }

        void connectAgain() throws IOException {
            socket.close();
            socket = connect(address, port);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        void ask(String campaign, String user) throws IOException {
            String body = "{\"campaignId\":\"" + campaign + "\",\"userId\":\"" + user + "\"}";
            String request =
                    "POST /issue.v1.IssueService/IssueCoupon HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/json\r\nContent-Length: "
                            + body.length()
                            + "\r\n"
                            + (isSlow ? LONG : "")
                            + "\r\n"
                            + body;
            send(request.getBytes(US_ASCII));
        }

        /// A slow request comes in pieces: the head is cut, and so is the body.
        private void send(byte[] request) throws IOException {
            OutputStream out = socket.getOutputStream();
            int last = isSlow ? request.length - PIECE_BYTES : 0;
            if (isSlow) {
                out.write(request, 0, PIECE_BYTES);
                LockSupport.parkNanos(PAUSE_NANOS);
                out.write(request, PIECE_BYTES, last - PIECE_BYTES);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            out.write(request, last, request.length - last);
        }

        void skipAnswer() throws IOException {
            int read = 0;
            while (!isWhole(read)) {
                int more = socket.getInputStream().read(answer, read, answer.length - read);
                if (more <= 0) {
                    throw new EOFException("an answer: " + read + " bytes (expected: all)");
                }
                read += more;
            }
        }

        private boolean isWhole(int read) {
            Matcher head = LENGTH.matcher(new String(answer, 0, read, US_ASCII));
            return head.lookingAt() && read >= head.end() + Integer.parseInt(head.group(1));
        }
    }
}
