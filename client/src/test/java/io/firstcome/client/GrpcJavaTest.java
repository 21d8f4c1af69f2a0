package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;

import io.firstcome.api.admin.v1.Campaign;
import io.firstcome.api.admin.v1.CampaignServiceGrpc;
import io.firstcome.api.admin.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import io.firstcome.api.admin.v1.CreateCampaignResponse;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.api.issue.v1.IssueServiceGrpc;
import io.firstcome.api.issue.v1.IssueServiceGrpc.IssueServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// That the stubs grpc-java generates can call the server, over h2c.
class GrpcJavaTest {
    private LocalServer server;
    private ManagedChannel adminChannel;
    private ManagedChannel issueChannel;
    private CampaignServiceBlockingStub campaigns;
    private IssueServiceBlockingStub issues;

    @BeforeEach
    void start(@TempDir Path dataDirectory) {
        server = new LocalServer(dataDirectory);
        adminChannel = channel(server.admin());
        issueChannel = channel(server.issue());
        campaigns = CampaignServiceGrpc.newBlockingStub(adminChannel);
        issues = IssueServiceGrpc.newBlockingStub(issueChannel);
    }

    private static ManagedChannel channel(URI uri) {
        return ManagedChannelBuilder.forAddress(uri.getHost(), uri.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        adminChannel.shutdownNow();
        issueChannel.shutdownNow();
        server.close();
    }

    @Test
    void createsACampaignAndGetsACoupon() {
        CreateCampaignResponse created = create();

        IssueCouponResponse issued = issues.issueCoupon(request("ada"));
        IssueCouponResponse again = issues.issueCoupon(request("ada"));

        assertThat(created.getCampaignId()).isEqualTo("spring");
        assertThat(issued.getCoupon().getOrdinal()).isEqualTo(1);
        assertThat(again.getCoupon()).isEqualTo(issued.getCoupon());
        assertThat(again.getAlreadyIssued()).isTrue();
    }

    @Test
    void watchesACampaignUntilItsEnd() {
        create();
        Iterator<WatchCampaignResponse> told =
                campaigns.watchCampaign(
                        WatchCampaignRequest.newBuilder().setCampaignId("spring").build());
        assertThat(told.next().getCampaign().getState()).isEqualTo(Campaign.State.OPEN);

        issues.issueCoupon(request("ada"));
        campaigns.endCampaign(EndCampaignRequest.newBuilder().setCampaignId("spring").build());

        List<Campaign> later = new ArrayList<>();
        told.forEachRemaining(next -> later.add(next.getCampaign()));
        assertThat(later.getLast().getState()).isEqualTo(Campaign.State.ENDED);
        assertThat(later.getLast().getIssuedCount()).isEqualTo(1);
    }

    @Test
    void aRefusalCarriesItsReason() throws InvalidProtocolBufferException {
        StatusRuntimeException refused =
                catchThrowableOfType(
                        StatusRuntimeException.class, () -> issues.issueCoupon(request("ada")));

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        Any detail = requireNonNull(StatusProto.fromThrowable(refused)).getDetails(0);
        assertThat(detail.unpack(ErrorInfo.class).getReason()).isEqualTo("NOT_FOUND");
    }

    private CreateCampaignResponse create() {
        return campaigns.createCampaign(LocalServer.campaign("spring", 1, LocalServer.LONG_AGO));
    }

    private static IssueCouponRequest request(String user) {
        return IssueCouponRequest.newBuilder().setCampaignId("spring").setUserId(user).build();
    }
}
