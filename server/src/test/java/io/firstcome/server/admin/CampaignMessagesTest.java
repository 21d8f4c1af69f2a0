package io.firstcome.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.api.admin.v1.Campaign.State;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;
import io.firstcome.testkit.Fault;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class CampaignMessagesTest {
    private static final long START = 1_800_000_000_000_000L;
    private static final long END = START + 1_000_000;

    @TempDir private Path directory;
    private Fault fault = Fault.NONE;

    @Test
    void aCampaignSaidToHaveEndedHasEndedAfterACrashWithItsClockSetBack() throws IOException {
        TestClock clock = new TestClock(START - 1);
        Path copy = directory.resolve("copy");
        try (SqlLedger ledger = open(directory.resolve("data"), clock)) {
            CampaignTerms terms = new CampaignTerms("시험", 1, new Window(START, END));
            ledger.createDurably(new CampaignId("drop"), terms);
            assertThat(stateOf(ledger)).isEqualTo(State.SCHEDULED);
            clock.set(END);
            assertThat(stateOf(ledger)).isEqualTo(State.ENDED);
            copy(directory.resolve("data"), copy);
        }
        clock.set(START);
        try (SqlLedger restarted = open(copy, clock)) {
            assertThat(stateOf(restarted)).isEqualTo(State.ENDED);
        }
    }

    @Test
    void ofALedgerThatHasStoppedAnEndThatMayBeTakenBackIsNotSaid() {
        TestClock clock = new TestClock(START);
        FaultPlan always = _ -> fault;
        InMemoryLedger ledger = new InMemoryLedger(new InMemoryLedger.Store(), clock, always);
        ledger.createDurably(
                new CampaignId("drop"), new CampaignTerms("시험", 1, new Window(START, END)));
        clock.set(END);
        fault = Fault.BEFORE;
        assertThat(stateOf(ledger)).isEqualTo(State.OPEN);
        assertThat(ledger.isHealthy()).isFalse();
        assertThat(stateOf(ledger)).isEqualTo(State.OPEN);
    }

    private static SqlLedger open(Path directory, TestClock clock) {
        return SqlLedger.openSqlite(directory, new LedgerOptions(clock, new Random(1), null));
    }

    private static State stateOf(Ledger ledger) {
        Campaign campaign = ledger.campaigns(0, 1).getFirst();
        return new CampaignMessages(ledger).of(campaign).getState();
    }

    /// What a crash would leave.
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
