package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.load.Replies;
import io.firstcome.verify.load.Reply;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RefusalMemoryTest {
    private final List<String> read = new ArrayList<>();
    private final RefusalMemory memory = new RefusalMemory(this::readAgain);

    private Outcome readAgain(Reply reply) {
        read.add(reply.status() + " " + reply.bodyText());
        return reply.status() == 200
                ? new Unknown(reply.bodyText())
                : new Refused(
                        reply.bodyText().startsWith("out") ? Refusal.SOLD_OUT : Refusal.ENDED);
    }

    @Test
    void anEqualRefusalIsNotReadAgain() {
        assertThat(say(429, "out")).isSameAs(say(429, "out"));
        assertThat(read).containsExactly("429 out");
    }

    @Test
    void whatDiffersIsRead() {
        say(429, "out of all of it");
        assertThat(say(429, "ended")).isEqualTo(new Refused(Refusal.ENDED));
        assertThat(say(429, "out")).isEqualTo(new Refused(Refusal.SOLD_OUT));
        assertThat(say(429, "out of all of it, and more")).isEqualTo(say(429, "out"));
        say(400, "out");
        assertThat(read)
                .containsExactly(
                        "429 out of all of it",
                        "429 ended",
                        "429 out",
                        "429 out of all of it, and more",
                        "429 out",
                        "400 out");
    }

    @Test
    void onlyRefusalsAreRemembered() {
        say(429, "out");
        say(200, "coupon");
        say(200, "coupon");
        assertThat(say(429, "out")).isEqualTo(new Refused(Refusal.SOLD_OUT));
        assertThat(read).containsExactly("429 out", "200 coupon", "200 coupon");
    }

    private Outcome say(int status, String body) {
        return memory.read(Replies.of(status, body));
    }
}
