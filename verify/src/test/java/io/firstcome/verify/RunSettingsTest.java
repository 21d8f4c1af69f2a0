package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.firstcome.verify.adapter.ShippedAdapters;
import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.Spike;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

class RunSettingsTest {
    private static final URI ADMIN = URI.create("http://127.0.0.1:1");
    private static final URI ISSUE = URI.create("http://127.0.0.1:2");
    private static final Conduct ROUGH =
            new Conduct(new Constant(1_500), 10, 5, Duration.ofMillis(200));

    @Test
    void everythingThatChangesARunIsNamed() {
        assertThat(RunSettings.of(options(Protocol.PROTO, null, ROUGH), "x").values())
                .containsExactly(
                        entry("adminUrl", ADMIN),
                        entry("issueUrl", ISSUE),
                        entry("protocol", "proto"),
                        entry("coupons", 50L),
                        entry("leadMillis", 2_000L),
                        entry("users", 300),
                        entry("asks", 3),
                        entry("connections", 8),
                        entry("seed", 42L),
                        entry("profile", "constant"),
                        entry("ratePerSecond", 1_500),
                        entry("slowPercent", 10),
                        entry("vanishingPercent", 5),
                        entry("skewMillis", 200L),
                        entry("retryUnknownForMillis", 7_000L));
    }

    @Test
    void adapterIsNamedAndTheLimitOfACampaignThatItMayNotTell() {
        Conduct spike = new Conduct(new Spike(), 0, 0, Duration.ZERO);
        assertThat(RunSettings.of(options(ShippedAdapters.find("rest-queue"), "7", spike), null))
                .satisfies(settings ->
                        assertThat(settings.values())
                                .containsEntry("adapter", "rest-queue")
                                .containsEntry("campaignId", "7")
                                .containsEntry("coupons", 50L)
                                .containsEntry("profile", "spike")
                                .doesNotContainKeys("protocol", "leadMillis", "ratePerSecond"));
    }

    @Test
    void whenTheCampaignEndsIsNamed() {
        VerifyOptions endless = options(Protocol.JSON, null, ROUGH);
        VerifyOptions ending =
                new VerifyOptions(
                        endless.target(),
                        endless.crowd(),
                        300,
                        endless.lead(),
                        Duration.ofSeconds(3),
                        endless.retryUnknownFor());
        assertThat(RunSettings.of(ending, null).values()).containsEntry("endsAfterMillis", 3_000L);
    }

    @Test
    void textSaysTheSame() {
        assertThat(RunSettings.sentences(options(Protocol.JSON, null, ROUGH)))
                .containsExactly(
                        "300 users ask 3 times each at http://127.0.0.1:2 over 8 connections;"
                                + " seed 42",
                        "protocol json; profile constant at 1,500/s; 10 % slow, 5 % vanishing,"
                                + " clocks up to 200 ms off; lost asks are repeated for 7 s");
    }

    private static VerifyOptions options(
            Dialect dialect, @Nullable String campaignId, Conduct conduct) {
        return new VerifyOptions(
                new Target(ADMIN, ISSUE, campaignId, dialect),
                new Crowd(300, 3, 8, 42, conduct),
                50,
                Duration.ofSeconds(2),
                Duration.ofSeconds(7));
    }
}
