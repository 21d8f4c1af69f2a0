package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiRole;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.ledger.sql.LedgerImport;
import io.firstcome.ledger.sql.LedgerImport.Origin;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SharedLedger;
import io.firstcome.ledger.sql.SharedLedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A test of ledgers that are moved, by the parts of `export` and `import`.
abstract class MovingTest {
    static final long START = 1_700_000_000_000_000L;
    static final int PIECE = 1_000;
    static final int MANY = 12_345;

    @TempDir Path directory;

    /// A ledger somewhere, opened as servers and imports do.
    interface Place {
        Ledger open();

        LedgerImport fill(Origin origin);
    }

    static LedgerOptions options() {
        return new LedgerOptions(InstantSource.system(), new SplittableRandom(), null);
    }

    Place sqlite(String name) {
        Path path = directory.resolve(name);
        return new Place() {
            @Override
            public Ledger open() {
                return SqlLedger.openSqlite(path, options());
            }

            @Override
            public LedgerImport fill(Origin origin) {
                return LedgerImport.openSqlite(path, options(), origin);
            }
        };
    }

    static Place shared(DatabaseServer server) {
        SharedLedgerOptions options =
                new SharedLedgerOptions(
                        server.url("moved"),
                        server.user(),
                        server.password(),
                        SharedLedgerOptions.DEFAULT_CONNECTIONS_MAX,
                        Duration.ZERO,
                        new SplittableRandom(),
                        null);
        return new Place() {
            @Override
            public Ledger open() {
                return SharedLedger.open(options);
            }

            @Override
            public LedgerImport fill(Origin origin) {
                return LedgerImport.openShared(options, origin);
            }
        };
    }

    ExportDirectory files(String name) {
        return new ExportDirectory(directory.resolve(name));
    }

    static Manifest export(Place place, ExportDirectory files) throws IOException, MoveException {
        try (Ledger ledger = place.open()) {
            return new LedgerExporter(ledger, files, PIECE, _ -> {}).export();
        }
    }

    static Origin origin(Manifest manifest) {
        return new Origin(manifest.print(), manifest.codeKey(), manifest.micros());
    }

    static void bring(ExportDirectory files, Place place) throws IOException, MoveException {
        Manifest manifest = LedgerImporter.examine(files);
        try (LedgerImport target = place.fill(origin(manifest))) {
            new LedgerImporter(files, manifest, target, _ -> {}).perform();
        }
    }

    static Campaign create(Ledger ledger, String id, int quantity, Window window) {
        CampaignTerms terms = new CampaignTerms("이름 of " + id, quantity, window);
        return ((Created) ledger.createDurably(new CampaignId(id), terms)).campaign();
    }

    static List<Verdict> issue(Ledger ledger, long campaign, String... users) {
        return issue(ledger, campaign, Stream.of(users).map(UserId::new).toList());
    }

    static List<Verdict> issue(Ledger ledger, long campaign, List<UserId> users) {
        IssueBatch batch = new IssueBatch(campaign, users);
        return ((Decided) ledger.issueDurably(List.of(batch)).getFirst()).verdicts();
    }

    /// An open one with many coupons, one of which the number was given up, a sold out, a paused,
    /// and one that has not started.
    static void use(Ledger ledger) {
        long many = create(ledger, "many", CampaignTerms.UNLIMITED, Window.from(START)).number();
        for (int from = 0; from < MANY; from += 500) {
            issue(
                    ledger,
                    many,
                    IntStream.range(from, Math.min(MANY, from + 500))
                            .mapToObj(i -> new UserId("user-" + i))
                            .toList());
        }
        create(ledger, "gone", 1, Window.from(START));
        ledger.deleteDurably(new CampaignId("gone"), OptionalLong.empty());
        long few = create(ledger, "few", 3, new Window(START, Long.MAX_VALUE - 1)).number();
        issue(ledger, few, "user-7", "a\"b\\ ", "😀 가나");
        issue(ledger, create(ledger, "paused", 9, Window.from(START)).number(), "user-7");
        ledger.changeDurably(new CampaignId("paused"), OptionalLong.empty(), new Pause());
        create(ledger, "later", 5, Window.from(Long.MAX_VALUE / 2));
        ledger.keys().add(new ApiKey("ab".repeat(32), ApiRole.ISSUER, "", 5, null));
        ledger.keys().add(new ApiKey("cd".repeat(32), ApiRole.ADMIN, "상점", 6, 7L));
    }

    static Place use(Place place) {
        try (Ledger ledger = place.open()) {
            use(ledger);
        }
        return place;
    }

    static void assertSame(Ledger found, Ledger expected) {
        List<Campaign> campaigns = LedgerExporter.campaigns(expected);
        assertThat(campaigns).hasSize(4);
        assertThat(LedgerExporter.campaigns(found)).isEqualTo(campaigns);
        for (Campaign campaign : campaigns) {
            assertThat(found.issuances(campaign.number(), 0, MANY))
                    .hasSize(campaign.issued())
                    .isEqualTo(expected.issuances(campaign.number(), 0, MANY));
        }
        assertThat(found.codeKey()).isEqualTo(expected.codeKey());
        assertThat(found.keys().list()).isEqualTo(expected.keys().list());
    }

    /// Changes the ledger.
    static void assertThatItGoesOn(Ledger ledger) {
        List<Issuance> old = ledger.issuances(1, 6_543, 1);
        assertThat(issue(ledger, 1, "user-6543", "user-0", "new"))
                .element(0)
                .isEqualTo(new Verdict.Held(old.getFirst()));
        assertThat(ledger.issuances(1, MANY, 9))
                .extracting(issuance -> issuance.ordinal() + " " + issuance.user())
                .containsExactly(MANY + 1 + " new");
        assertThat(issue(ledger, 3, "late", "user-7"))
                .containsExactly(
                        new Verdict.Denied(CampaignState.SOLD_OUT),
                        new Verdict.Held(ledger.issuances(3, 0, 1).getFirst()));
        assertThat(issue(ledger, 4, "late"))
                .containsExactly(new Verdict.Denied(CampaignState.PAUSED));
        assertThat(ledger.couponsOf(new UserId("user-7"), Long.MAX_VALUE, 9))
                .extracting(coupon -> coupon.campaign() + " " + coupon.issuance().ordinal())
                .containsExactly("paused 1", "few 1", "many 8");
        assertThat(create(ledger, "next", 1, Window.from(START)).number()).isEqualTo(6);
    }

    static List<String> names(ExportDirectory files) throws IOException {
        try (Stream<Path> all = Files.list(files.path())) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
