package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

class LiveViewTest {
    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final Tally tally = new Tally();

    private void tally() {
        tally.answered(new Issued(SmallHistory.coupon("ada", 1), false), 2_000_000);
        tally.answered(new Refused(Refusal.SOLD_OUT), 1_000_000);
        tally.lost(new Unknown("reset"));
    }

    @Test
    void linesTellHowFarHowFastAndWhatCameOfIt() {
        long now = System.nanoTime();
        LiveText text = new LiveText(tally, 4, now + 2 * SECOND);
        tally();
        List<String> lines = text.lines(now);
        assertThat(lines.get(0))
                .startsWith("[" + "#".repeat(22) + "." + ".".repeat(7) + "]  3 of 4 asks, ")
                .endsWith("/s");
        assertThat(lines.get(1))
                .isEqualTo("opens in 2.0 s   p50 1.00 ms   p99 2.00 ms   worst 2.00 ms");
        assertThat(lines.get(2)).isEqualTo("new coupon 1   sold out 1   unknown 1");
        assertThat(text.lines(now + 5 * SECOND).get(1)).startsWith("opened 3.0 s ago");
    }

    @Test
    void latenciesAreOfTheWholeRunAndNotOfTheLastInterval() {
        LiveText text = new LiveText(tally, 4, 0);
        tally();
        text.lines(0);
        tally.answered(new Refused(Refusal.SOLD_OUT), 1_000);
        assertThat(text.lines(0).get(1)).contains("worst 2.00 ms");
    }

    @Test
    void linesFitATerminal() {
        for (Refusal refusal : Refusal.values()) {
            for (int count = 0; count < 12_345; count++) {
                tally.answered(new Refused(refusal), 1);
            }
        }
        assertThat(new LiveText(tally, 1, 0).lines(0)).allMatch(line -> line.length() < 80);
    }

    @Test
    void withoutATerminalThereIsNoControlCharacter() {
        tally();
        try (LiveView view = new LiveView(out, new LiveText(tally, 4, 0), false)) {
            view.show();
        }
        assertThat(printed.toString(UTF_8).replace(System.lineSeparator(), ""))
                .contains("3 of 4 asks", "1 coupons, 1 unknown")
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void onATerminalThePictureIsDrawnOverTheLastOne() {
        tally();
        try (LiveView view = new LiveView(out, new LiveText(tally, 4, 0), true)) {
            view.show();
        }
        String shown = printed.toString(UTF_8);
        assertThat(shown.split("\u001b\\[3A\r\u001b\\[J", -1)).hasSize(2);
        assertThat(shown).endsWith("\u001b[?7h");
    }

    @Test
    void rateIsOfTheLastSecond() {
        Rate rate = new Rate(0);
        assertThat(rate.perSecond(SECOND / 2, 50)).isEqualTo(100);
        assertThat(rate.perSecond(SECOND, 100)).isEqualTo(100);
        assertThat(rate.perSecond(3 * SECOND / 2, 1_100)).isEqualTo(1_050);
        assertThat(rate.perSecond(2 * SECOND, 2_100)).isEqualTo(2_000);
    }
}
