package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.PostgresServer;
import io.firstcome.ledger.sql.LedgerImport;
import io.firstcome.ledger.sql.LedgerImport.Origin;
import io.firstcome.ledger.sql.LedgerOpenException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Exports and imports that are broken off, and go on.
final class BrokenOffMoveTest extends MovingTest {
    /// A ledger whose page of coupons with this number can not be read.
    private static Ledger breaking(Ledger ledger, int page) {
        AtomicInteger left = new AtomicInteger(page);
        return (Ledger)
                Proxy.newProxyInstance(
                        Ledger.class.getClassLoader(),
                        new Class<?>[] {Ledger.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("issuances")
                                    && left.decrementAndGet() == 0) {
                                throw new IllegalStateException("broken off");
                            }
                            try {
                                return method.invoke(ledger, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 13, 14, 15})
    void anExportThatWasBrokenOffGoesOn(int page) throws Exception {
        Place source = use(sqlite("a"));
        ExportDirectory files = files("files");
        try (Ledger ledger = source.open()) {
            Ledger breaking = breaking(ledger, page);
            assertThatThrownBy(() -> new LedgerExporter(breaking, files, PIECE, _ -> {}).export())
                    .hasMessage("broken off");
        }
        assertThatThrownBy(() -> LedgerImporter.examine(files))
                .isInstanceOf(MoveException.class)
                .hasMessageContaining("no manifest (expected: an export that is finished");
        long written = names(files).stream().filter(name -> name.endsWith(".gz")).count();
        assertThat(written).isEqualTo(page - 1);
        Manifest resumed = export(source, files);
        assertThat(resumed.entries()).isEqualTo(export(source, files("at-once")).entries());
        assertThat(names(files)).isEqualTo(names(files("at-once")));
        assertThat(LedgerImporter.examine(files)).isEqualTo(resumed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 12_000})
    void anImportThatWasBrokenOffGoesOnAndUntilThenNobodyOpensTheLedger(int coupons)
            throws Exception {
        Place source = use(sqlite("a"));
        Manifest manifest = export(source, files("files"));
        Place target = sqlite("b");
        breakOff(manifest, target, coupons);
        assertRefused(target);
        bring(files("files"), target);
        try (Ledger before = source.open();
                Ledger after = target.open()) {
            assertSame(after, before);
            assertThatItGoesOn(after);
        }
    }

    @Test
    void anImportIntoADatabaseThatWasBrokenOffGoesOn() throws Exception {
        Place source = use(sqlite("a"));
        Manifest manifest = export(source, files("files"));
        try (DatabaseServer server = PostgresServer.start()) {
            Place target = shared(server);
            breakOff(manifest, target, 7_000);
            assertRefused(target);
            bring(files("files"), target);
            try (Ledger before = source.open();
                    Ledger after = target.open()) {
                assertSame(after, before);
            }
        }
    }

    private void breakOff(Manifest manifest, Place target, int coupons) throws Exception {
        Campaign many = manifest.entries().getFirst().campaign();
        List<Issuance> all = new ArrayList<>();
        files("files").replay(many, many.issued(), all::add);
        try (LedgerImport filling = target.fill(origin(manifest))) {
            assertThat(filling.beginDurably(many)).isZero();
            if (coupons > 0) {
                filling.addDurably(many, all.subList(0, coupons));
            }
        }
    }

    private static void assertRefused(Place target) {
        assertThatThrownBy(target::open)
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageStartingWith("ledger: an import into it is not finished (expected: ");
        Origin other = new Origin("0".repeat(64), new CodeKey(new byte[16]), 0);
        assertThatThrownBy(() -> target.fill(other))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageStartingWith("ledger: an import of another export into it is not");
    }

    @Test
    void anImportOfWhichEveryCampaignArrivedGoesOnToTheEnd() throws Exception {
        Place source = use(sqlite("a"));
        Manifest manifest = export(source, files("files"));
        Place target = sqlite("b");
        try (LedgerImport filling = target.fill(origin(manifest))) {
            AtomicInteger left = new AtomicInteger(manifest.entries().size());
            LedgerImporter importer =
                    new LedgerImporter(
                            files("files"),
                            manifest,
                            filling,
                            _ -> {
                                if (left.decrementAndGet() == 0) {
                                    throw new IllegalStateException("broken off");
                                }
                            });
            assertThatThrownBy(importer::perform).hasMessage("broken off");
        }
        assertRefused(target);
        bring(files("files"), target);
        target.open().close();
    }

    @Test
    void aCouponThatChangedOnTheWayIsFoundAndTheLedgerStaysClosed() throws Exception {
        Manifest manifest = export(use(sqlite("a")), files("files"));
        Place target = sqlite("b");
        Campaign many = manifest.entries().getFirst().campaign();
        try (LedgerImport filling = target.fill(origin(manifest))) {
            filling.beginDurably(many);
            filling.addDurably(many, List.of(new Issuance(1, new UserId("intruder"), 5)));
        }
        assertThatThrownBy(() -> bring(files("files"), target))
                .isInstanceOf(MoveException.class)
                .hasMessageStartingWith("ledger: the coupons of campaign many have the checksum");
        assertRefused(target);
    }
}
