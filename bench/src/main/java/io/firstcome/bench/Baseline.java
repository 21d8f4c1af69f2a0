package io.firstcome.bench;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FreePort;
import io.firstcome.verify.process.JavaCommand;
import io.firstcome.verify.process.ServerProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The echo server in a process of its own, asked what Firstcome is asked.
final class Baseline implements Subject {
    private static final Duration READY_LIMIT = Duration.ofSeconds(20);
    private static final String CAMPAIGN_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final int port = FreePort.find();
    private final Path log;
    private final ServerProcess process;
    private final IssueRequest request;

    private Baseline(Path log) {
        this.log = log;
        List<String> command = new ArrayList<>(JavaCommand.of(EchoServer.class.getName()));
        command.add(Integer.toString(port));
        process = ServerProcess.start(command, log);
        request = new IssueRequest(url(), CAMPAIGN_ID);
    }

    static Baseline start() throws InterruptedException {
        Baseline baseline = new Baseline(temporaryLog());
        try {
            baseline.process.await(baseline::isListening, READY_LIMIT);
            return baseline;
        } catch (IllegalStateException | InterruptedException failure) {
            baseline.close();
            throw failure;
        }
    }

    private static Path temporaryLog() {
        try {
            Path log = Files.createTempFile("firstcome-echo-", ".log");
            log.toFile().deleteOnExit();
            return log;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public RequestTemplate template() {
        return request.template();
    }

    @Override
    public boolean isRight(Reply reply) {
        return reply.status() == 200 && reply.bodyLength() == request.bodyLength();
    }

    /// An echo leaves nothing behind to compare.
    @Override
    public void audit(Counts counts) {}

    @Override
    public void close() {
        process.close();
        try {
            Files.delete(log);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
