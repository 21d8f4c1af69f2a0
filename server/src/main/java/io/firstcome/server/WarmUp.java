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
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A drop on a server that is thrown away, over loopback, so that the code of the hot path is
/// loaded and compiled before the first real drop opens: a campaign's first coupon then takes
/// milliseconds, not tens of them. Half of the connections are made anew again and again: the first
/// request on one is what everybody sends who waited for the start without asking.
final class WarmUp implements AutoCloseable {
    /// Few, so that there are many durable acts: what is done once for an act is to be fast, too.
    private static final int CONNECTIONS = 8;

    private static final int CONNECTIONS_OF_A_USER = 2;

    /// So often the operators are there, and people ask after each.
    static final int VISITS = 20;

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
        ServerConfig config =
                new ServerConfig(
                        scratch,
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
                visit(loopback, server.adminPort());
                crowd.ask(visit);
            }
        }
    }

    private static void visit(InetAddress loopback, int adminPort) throws IOException {
        try (WarmUpOperators operators = new WarmUpOperators(loopback, adminPort)) {
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
        private static final Pattern LENGTH =
                Pattern.compile("(?is).*?\r\ncontent-length: *(\\d+)\r\n(.*?\r\n)?\r\n");

        private final InetAddress address;
        private final int port;
        private final byte[] answer = new byte[ANSWER_BYTES_MAX];
        private Socket socket;

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
                            + "\r\n\r\n"
                            + body;
            socket.getOutputStream().write(request.getBytes(US_ASCII));
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
