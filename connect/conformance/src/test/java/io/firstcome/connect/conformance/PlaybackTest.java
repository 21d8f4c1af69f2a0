package io.firstcome.connect.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;

import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class PlaybackTest {
    private final List<String> performed = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Playback playback =
            new Playback(
                    new Recording(),
                    (millis, task) -> {
                        performed.add("wait " + millis);
                        waiting.add(task);
                    });

    @Test
    void performsStepsInOrderEachAfterItsDelay() {
        playback.add(
                List.of(
                        new Step.Start(List.of(), true),
                        response(5, "a"),
                        response(0, "b"),
                        new Step.End(7, List.of(), null)));
        assertThat(performed).containsExactly("start", "wait 5");
        waiting.remove().run();
        assertThat(performed).containsExactly("start", "wait 5", "a", "b", "wait 7");
        waiting.remove().run();
        assertThat(performed).endsWith("end");
    }

    @Test
    void keepsStepsThatAreAddedDuringADelayForAfterIt() {
        playback.add(List.of(response(5, "a")));
        playback.add(List.of(response(0, "b")));
        assertThat(performed).containsExactly("wait 5");
        waiting.remove().run();
        assertThat(performed).containsExactly("wait 5", "a", "b");
    }

    @Test
    void performsNothingOnceStopped() {
        playback.add(List.of(response(5, "a"), response(0, "b")));
        playback.stop();
        waiting.remove().run();
        assertThat(performed).containsExactly("wait 5");
    }

    private static Step response(long delayMillis, String data) {
        return new Step.Response(
                delayMillis,
                ConformancePayload.newBuilder().setData(ByteString.copyFromUtf8(data)).build());
    }

    private final class Recording implements Playback.Answer {
        @Override
        public void start(List<Header> headers, boolean isSentNow) {
            performed.add("start");
        }

        @Override
        public void respond(ConformancePayload payload) {
            performed.add(payload.getData().toStringUtf8());
        }

        @Override
        public void end(List<Header> trailers, @Nullable Error error) {
            performed.add("end");
        }
    }
}
