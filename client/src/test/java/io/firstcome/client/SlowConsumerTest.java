package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

class SlowConsumerTest {
    private static final StreamCouponsRequest REQUEST = StreamCouponsRequest.getDefaultInstance();

    /// More than the sockets of a connection hold.
    private static final long ON_THE_WAY_MAX = 64L << 20;

    private final EndlessServer server = new EndlessServer();
    private final FirstcomeClient client =
            FirstcomeClient.builder().admin(server.uri()).retries(RetryPolicy.NONE).build();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void whoReadsNothingHoldsTheServerBack() throws InterruptedException {
        try (Stream<StreamCouponsResponse> coupons = client.streamCoupons(REQUEST)) {
            Iterator<StreamCouponsResponse> iterator = coupons.iterator();
            iterator.next();

            assertThat(bytesWhenStill()).isLessThan(ON_THE_WAY_MAX);
            iterator.next();
        }
        assertThat(server.gone()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whoAsksForNoMoreHoldsTheServerBack() throws InterruptedException {
        TestSubscriber<StreamCouponsResponse> subscriber = new TestSubscriber<>();
        client.async().streamCoupons(REQUEST).subscribe(subscriber);
        subscriber.request(3);
        assertThat(subscriber.take(3)).hasSize(3);

        assertThat(bytesWhenStill()).isLessThan(ON_THE_WAY_MAX);
        assertThat(subscriber.waiting()).isZero();
        subscriber.cancel();
        assertThat(server.gone()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(subscriber.end()).isNotDone();
    }

    /// What was sent when nothing more is.
    private long bytesWhenStill() throws InterruptedException {
        long before = -1;
        long now = server.sentBytes();
        while (now != before) {
            Thread.sleep(200);
            before = now;
            now = server.sentBytes();
        }
        return now;
    }
}
