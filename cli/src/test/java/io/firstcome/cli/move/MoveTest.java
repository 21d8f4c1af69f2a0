package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;
import io.firstcome.databases.PostgresServer;
import io.firstcome.ledger.sql.LedgerOpenException;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// Ledgers that are moved.
final class MoveTest extends MovingTest {
    private void move(Place source, Place target) throws IOException, MoveException {
        ExportDirectory files = files("files");
        Manifest manifest = export(source, files);
        bring(files, target);
        try (Ledger before = source.open();
                Ledger after = target.open()) {
            assertThat(after.clock().nowMicros()).isGreaterThanOrEqualTo(manifest.micros());
            assertSame(after, before);
        }
    }

    @Test
    void anEmbeddedLedgerIsMovedToAnother() throws Exception {
        Place target = sqlite("b");
        move(use(sqlite("a")), target);
        try (Ledger ledger = target.open()) {
            assertThatItGoesOn(ledger);
        }
        try (Ledger ledger = target.open()) {
            assertThat(issue(ledger, 1, "new"))
                    .containsExactly(new Verdict.Held(ledger.issuances(1, MANY, 1).getFirst()));
        }
    }

    @Test
    void anEmbeddedLedgerIsMovedToPostgresAndBack() throws Exception {
        try (DatabaseServer server = PostgresServer.start()) {
            moveAndBack(shared(server));
        }
    }

    @Test
    void anEmbeddedLedgerIsMovedToMariaDbAndBack() throws Exception {
        try (DatabaseServer server = MariaDbServer.start()) {
            moveAndBack(shared(server));
        }
    }

    private void moveAndBack(Place database) throws Exception {
        move(use(sqlite("a")), database);
        ExportDirectory back = files("back");
        Place embedded = sqlite("b");
        Manifest manifest = export(database, back);
        assertThat(manifest.entries()).isEqualTo(files("files").manifest().entries());
        bring(back, embedded);
        for (Place place : List.of(embedded, database)) {
            try (Ledger ledger = place.open()) {
                assertThatItGoesOn(ledger);
            }
        }
    }

    @Test
    void theClockOfTheTargetIsNotBehindThatOfTheSource() throws Exception {
        Instant late = Instant.now().plus(Duration.ofDays(3_650));
        try (Ledger ledger =
                SqlLedger.openSqlite(
                        directory.resolve("a"),
                        new LedgerOptions(
                                InstantSource.fixed(late), new SplittableRandom(), null))) {
            create(ledger, "c", 1, Window.from(START));
        }
        export(sqlite("a"), files("files"));
        bring(files("files"), sqlite("b"));
        try (Ledger ledger = sqlite("b").open()) {
            assertThat(ledger.clock().nowMicros())
                    .isGreaterThanOrEqualTo(late.toEpochMilli() * 1_000);
        }
    }

    @Test
    void aLaterExportAddsWhatIsNew() throws Exception {
        Place source = use(sqlite("a"));
        ExportDirectory files = files("files");
        export(source, files);
        List<String> before = names(files);
        try (Ledger ledger = source.open()) {
            assertThatItGoesOn(ledger);
        }
        export(source, files);
        assertThat(names(files))
                .containsAll(before)
                .contains(ExportDirectory.piece(1, MANY + 1))
                .hasSize(before.size() + 1);
        bring(files, sqlite("b"));
        try (Ledger ledger = sqlite("b").open()) {
            assertThat(ledger.issuances(1, 0, 2 * MANY)).hasSize(MANY + 1);
        }
    }

    @Test
    void aLedgerWithCampaignsIsNotFilled() throws Exception {
        Manifest manifest = export(use(sqlite("a")), files("files"));
        assertThatThrownBy(() -> sqlite("a").fill(origin(manifest)))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessage("ledger: it has campaigns (expected: a ledger without any)");
        sqlite("a").open().close();
        sqlite("b").open().close();
        bring(files("files"), sqlite("b"));
    }

    @Test
    void aDatabaseThatServersMayHaveOpenKeepsItsKey() throws Exception {
        Manifest manifest = export(use(sqlite("a")), files("files"));
        try (DatabaseServer server = PostgresServer.start()) {
            Place target = shared(server);
            target.open().close();
            assertThatThrownBy(() -> target.fill(origin(manifest)))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageStartingWith("code key: the ledger has one of its own (expected: ");
            target.open().close();
        }
    }
}
