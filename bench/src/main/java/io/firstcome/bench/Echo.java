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
import java.util.function.Function;

/// A server that does no more than answer, in a process of its own, asked what Firstcome is asked.
final class Echo implements Subject {
    private static final Duration READY_LIMIT = Duration.ofSeconds(20);

    /// What the results call the one whose event loops are placed.
    static final String PLACED = "baselinePlaced";

    private static final List<String> ECHO = JavaCommand.of(EchoServer.class.getName());
    private static final List<String> RPC_ECHO = JavaCommand.of(RpcEchoServer.class.getName());
    private static final String CAMPAIGN_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final String name;
    private final int port = FreePort.find();
    private final Path log;
    private final ServerProcess process;
    private final RequestTemplate template;

    private Echo(
            String name, List<String> server, Function<IssueRequest, RequestTemplate> request) {
        this.name = name;
        this.log = temporaryLog();
        List<String> command = new ArrayList<>(server);
        command.add(Integer.toString(port));
        process = ServerProcess.start(command, log);
        template = request.apply(new IssueRequest(url(), CAMPAIGN_ID));
    }

    /// The least an HTTP/1.1 server on Netty can do.
    static Echo baseline() throws InterruptedException {
        return baseline(ECHO);
    }

    /// The same, with its event loops placed as Firstcome's are under pressure.
    static Echo placed() throws InterruptedException {
        List<String> server = new ArrayList<>(ECHO);
        server.add(EchoServer.PLACED);
        return started(new Echo(PLACED, server, IssueRequest::template));
    }

    /// The same, bound to one processor.
    static Echo baselineOn(int processor) throws InterruptedException {
        return baseline(Affinity.bound(processor, ECHO));
    }

    private static Echo baseline(List<String> server) throws InterruptedException {
        return started(new Echo("baseline", server, IssueRequest::template));
    }

    /// The RPC server alone, with JSON.
    static Echo connectJson() throws InterruptedException {
        return started(new Echo("connectJson", RPC_ECHO, IssueRequest::template));
    }

    /// The RPC server alone, with binary protobuf.
    static Echo connectBinary() throws InterruptedException {
        return started(new Echo("connectBinary", RPC_ECHO, IssueRequest::binary));
    }

    private static Echo started(Echo echo) throws InterruptedException {
        try {
            echo.process.await(echo::isListening, READY_LIMIT);
            return echo;
        } catch (IllegalStateException | InterruptedException failure) {
            echo.close();
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
        return name;
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
        return template;
    }

    @Override
    public boolean isRight(Reply reply) {
        return reply.status() == 200 && reply.bodyLength() > 0;
    }

    /// An echo leaves nothing behind to compare.
    @Override
    public void audit(long answered) {}

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
