package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Ask;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.ToyCampaign.Fault;
import io.firstcome.verify.adapter.Adapter;
import io.firstcome.verify.adapter.ShippedAdapters;
import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.client.SystemUnderTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class PracticeTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    /// Nothing of it depends on how fast this machine is.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<URI> opened = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void couponsAndRefusalsAreReadInEveryProtocol(Protocol protocol) throws InterruptedException {
        assertThat(Practice.hold(protocol, PATIENCE, PATIENCE))
                .hasSize(Practice.ASKS)
                .extracting(Ask::outcome)
                .hasAtLeastOneElementOfType(Issued.class)
                .contains(new Refused(Refusal.SOLD_OUT))
                .allMatch(outcome -> outcome instanceof Issued || outcome instanceof Refused);
    }

    @Test
    void refusalsBeforeTheStartAreReadToo() throws InterruptedException {
        assertThat(Practice.hold(Protocol.JSON, PATIENCE, PATIENCE))
                .extracting(Ask::outcome)
                .contains(new Refused(Refusal.NOT_STARTED));
    }

    static List<Adapter> adapters() {
        return ShippedAdapters.all();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void anAdapterHearsAnswers(Adapter adapter) throws InterruptedException {
        assertThat(Practice.hold(adapter, PATIENCE, PATIENCE))
                .hasSize(Practice.ASKS)
                .extracting(Ask::outcome)
                .noneMatch(Unknown.class::isInstance);
    }

    @Test
    void thereIsNoTimeForItShortlyBeforeAStart() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            String soon = announced(server, Duration.ofSeconds(1));
            Target target = new Target(server.url(), server.url(), soon, this::open);
            assertThat(drop(target).asks()).isNotEmpty();
            assertThat(opened).containsOnly(server.url());
        }
    }

    @Test
    void theSystemHearsNothingOfItAndItIsHeldOnce() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Dialect json = this::open;
            int asks = drop(server, json).asks().size() + drop(server, json).asks().size();
            assertThat(server.asked()).isEqualTo(asks);
            assertThat(opened).hasSize(3);
            assertThat(opened.get(1)).isNotEqualTo(server.url());
            assertThat(opened).last().isEqualTo(server.url());
        }
    }

    @Test
    void aDropIsHeldWithoutIt() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Dialect shy =
                    (admin, issue, patience, caller) -> {
                        if (!issue.equals(server.url())) {
                            throw new IllegalStateException("issue: another");
                        }
                        return open(admin, issue, patience, caller);
                    };
            assertThat(drop(server, shy).asks()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private SystemUnderTest open(URI admin, URI issue, Duration patience, Caller caller) {
        opened.add(issue);
        return Protocol.JSON.open(admin, issue, patience, caller);
    }

    private static History drop(ToyServer server, Dialect dialect) throws InterruptedException {
        return drop(new Target(server.url(), server.url(), null, dialect));
    }

    private static String announced(ToyServer server, Duration lead) throws InterruptedException {
        try (CampaignApi api = new CampaignApi(server.url(), PATIENCE)) {
            return api.create("soon", 10, InstantSource.system().instant().plus(lead)).id();
        }
    }

    private static History drop(Target target) throws InterruptedException {
        Duration lead = Duration.ofMillis(200);
        Crowd crowd = new Crowd(20, 1, 4, 42);
        return Verify.drop(
                new VerifyOptions(target, crowd, 10, lead, Duration.ofSeconds(5)), NOWHERE);
    }
}
