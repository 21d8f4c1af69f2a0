package io.firstcome.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.api.issue.v1.IssueServiceProto;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.connect.vertx.ConnectServer;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Limits;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;
import io.firstcome.server.Node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class IssueCouponTest {
    @TempDir private Path directory;

    /// On which one each call began, and on which it was answered.
    private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

    @Test
    void whatTheCommitterDecidedIsAnsweredByTheConnectionsOwnThread() throws Exception {
        try (Node node = node();
                ConnectServer server = ConnectServer.builder(router(node)).listen("127.0.0.1", 0)) {
            CampaignTerms terms = new CampaignTerms("시험", 5, Window.from(0));
            node.campaigns().create(new CampaignId("drop"), terms);
            HttpResponse<String> answer = ask(server.port());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"ordinal\":1");
        }
        Thread began = threads.remove();
        assertThat(threads).containsExactly(began);
    }

    private Node node() {
        LedgerOptions options = new LedgerOptions(InstantSource.system(), new SecureRandom(), null);
        return new Node(SqlLedger.openSqlite(directory, options), Limits.DEFAULT, 10);
    }

    private Router router(Node node) {
        IssueCoupon issueCoupon =
                new IssueCoupon(
                        node.issuer(), node.clock(), Duration.ofSeconds(20), node.metrics());
        return Router.builder()
                .unary(
                        IssueServiceProto.getDescriptor()
                                .findServiceByName("IssueService")
                                .findMethodByName("IssueCoupon"),
                        IssueCouponRequest.getDefaultInstance(),
                        seen(issueCoupon))
                .build();
    }

    private UnaryHandler<IssueCouponRequest, IssueCouponResponse> seen(IssueCoupon issueCoupon) {
        return (call, request, reply) -> {
            threads.add(Thread.currentThread());
            issueCoupon.handle(call, request, new SeenReply(reply, threads));
        };
    }

    private record SeenReply(Reply<IssueCouponResponse> reply, BlockingQueue<Thread> threads)
            implements Reply<IssueCouponResponse> {
        @Override
        public void ok(IssueCouponResponse response) {
            threads.add(Thread.currentThread());
            reply.ok(response);
        }

        @Override
        public void okEncodedHere(IssueCouponResponse response) {
            threads.add(Thread.currentThread());
            reply.okEncodedHere(response);
        }

        @Override
        public void error(RpcError error) {
            threads.add(Thread.currentThread());
            reply.error(error);
        }
    }

    private static HttpResponse<String> ask(int port) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/issue.v1.IssueService/IssueCoupon");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("{\"campaignId\":\"drop\",\"userId\":\"a\"}"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
