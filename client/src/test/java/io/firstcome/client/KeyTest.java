package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.rpc.Code;

import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiRole;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.KeyRegister;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A server that demands keys.
class KeyTest {
    private static final ApiKeySecret SECRET = new ApiKeySecret("firstcome_test");

    @Test
    void theKeyIsShownWithCallsAndStreams(@TempDir Path directory) throws Exception {
        ServerConfig config =
                new ServerConfig(
                                directory,
                                new Listen(InetAddress.getLoopbackAddress(), 0, 0),
                                Timeouts.DEFAULT,
                                ServerLimits.DEFAULT,
                                null)
                        .with(new Protection(true, null));
        ApiKey key = new ApiKey(SECRET.hash(), ApiRole.ADMIN, "", 1, null);
        KeyRegister.use(
                config,
                keys -> {
                    keys.add(key);
                    return key;
                });
        try (FirstcomeServer server = FirstcomeServer.start(config);
                FirstcomeClient keyed = builder(server).key(SECRET.text()).build();
                FirstcomeClient stranger = builder(server).build()) {
            assertThat(keyed.listCampaigns(ListCampaignsRequest.getDefaultInstance())).isNotNull();
            assertThat(code(() -> watch(keyed))).isEqualTo(Code.NOT_FOUND);
            assertThat(code(() -> watch(stranger))).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(code(() -> stranger.issueCoupon("none", "ada")))
                    .isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    private static FirstcomeClient.Builder builder(FirstcomeServer server) {
        return FirstcomeClient.builder()
                .admin(LocalServer.uri(server.adminPort()))
                .issue(LocalServer.uri(server.issuePort()));
    }

    private static void watch(FirstcomeClient client) {
        WatchCampaignRequest request =
                WatchCampaignRequest.newBuilder().setCampaignId("none").build();
        try (Stream<WatchCampaignResponse> messages = client.watchCampaign(request)) {
            messages.forEach(_ -> {});
        }
    }

    private static Code code(Runnable call) {
        return assertThatExceptionOfType(FirstcomeException.class)
                .isThrownBy(call::run)
                .actual()
                .failure()
                .code();
    }
}
