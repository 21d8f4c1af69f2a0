package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.cli.move.tables.Adoption;
import io.firstcome.cli.move.tables.Fault;
import io.firstcome.cli.move.tables.Plan;
import io.firstcome.cli.move.tables.TablesAddress;
import io.firstcome.cli.move.tables.TablesException;
import io.firstcome.cli.move.tables.TablesReader;
import io.firstcome.cli.move.tables.Target;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.PostgresServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Tables that are not as they should be, runs that are broken off, and what is typed wrong.
final class AdoptFaultsTest extends MovingTest {
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private Run adopt(String url, String zone, String... more) {
        return adopt(ShopTables.environment(server), "files", url, zone, more);
    }

    private Run adopt(
            Map<String, String> environment, String to, String url, String zone, String... more) {
        List<String> args = new ArrayList<>(List.of("adopt", "--from", url));
        args.addAll(List.of("--zone", zone, "--to", path(to)));
        args.addAll(List.of(more));
        return Cli.run(environment, args.toArray(String[]::new));
    }

    private static Map<String, String> environmentWith(String name, String value) {
        Map<String, String> all = new HashMap<>(ShopTables.environment(server));
        all.put(name, value);
        return all;
    }

    private static ShopTables friday() {
        ShopTables tables = ShopTables.campaignsCoupons(server);
        tables.execute(
                "INSERT INTO campaigns VALUES ('friday', 'f', '2024-10-01 00:00:00', 100000)");
        return tables;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    name = '',name:  (expected: 1 to 100 characters
                    name = NULL,name: none (expected: a value)
                    "name = repeat('x', 101)",x (expected: 1 to 100 characters
                    name = E'a\\tb',name: a\\u0009b (expected: 1 to 100 characters
                    total_coupons = 0,total_coupons: 0 (expected: 1 to 1000000000)
                    total_coupons = NULL,total_coupons: none (expected: 1 to 1000000000)
                    start_time = NULL,start_time: none (expected: a time)
                    start_time = 'infinity',start_time: infinity (expected: a time of the years 1
                    start_time = '0001-01-01 BC',BC (expected: a time of the years 1 to 9999)
                    id = 'a b',id a b: id: a b (expected: 1 to 64 of the characters
                    id = '',id : id:  (expected: 1 to 64 of the characters
                    """)
    void aRowThatNoCampaignCanBeMadeOfIsNamed(String change, String message) {
        ShopTables tables = friday();
        tables.execute(
                "INSERT INTO coupons VALUES (1, 'friday', 'X', '2024-10-01')",
                "UPDATE campaigns SET " + change);
        Run run = adopt(tables.url(), "UTC", "--mend");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "\ncampaigns: 1 that no campaign can be made of (expected: "
                                + "as follows; correct the table, --mend does not)\n  id ")
                .contains(message);
        assertThat(directory.resolve("files/manifest")).doesNotExist();
    }

    @Test
    void aCouponHasToEndAfterItsStartAndToBeMadeInThePast() {
        ShopTables tables = ShopTables.couponIssues(server);
        tables.coupon(1, "a", "1", "2099-10-31 11:59:59.000001");
        tables.coupon(2, "b", "1", "2024-10-01 00:00:00");
        tables.execute("UPDATE coupons SET date_updated = '2025-06-23 20:56:51' WHERE id = 2");
        assertThat(adopt(tables.url(), "Asia/Seoul").err())
                .isEqualTo(
                        """
                        tables: rows are not as a ledger needs them
                        coupons: 2 that no campaign can be made of (expected: as follows; correct \
                        the table, --mend does not)
                          id 1: date_issue_end: 2099-10-31 11:59:59.000001 (expected: later than \
                        date_issue_start, 2099-10-31 11:59:59.000001)
                          id 2: date_updated: 2025-06-23 20:56:51 (expected: not later than now, \
                        2025-06-23T20:56:50+09:00[Asia/Seoul]; is --zone right?)
                        """);
        tables.execute(
                "UPDATE coupons SET date_updated = '2025-06-23 20:56:50' WHERE id = 2",
                "DELETE FROM coupons WHERE id = 1");
        assertThat(adopt(tables.url(), "Asia/Seoul").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    coupon_code = '',coupon_code:  (expected: 1 to 128 characters
                    coupon_code = NULL,coupon_code: none (expected: a value)
                    coupon_code = E'a\\nb',coupon_code: a\\u000ab (expected: 1 to 128 characters
                    issued_at = NULL,issued_at: none (expected: a time)
                    issued_at = '-infinity',issued_at: -infinity (expected: a time of the years 1
                    issued_at = '2025-06-23 20:56:51',not later than now
                    """)
    void aRowThatNoCouponCanBeMadeOfIsNamed(String change, String message) {
        ShopTables tables = friday();
        tables.execute(
                "INSERT INTO coupons VALUES (1, 'friday', 'X', '2024-10-01')",
                "INSERT INTO coupons VALUES (2, 'friday', 'Y', '2024-10-01')",
                "UPDATE coupons SET %s WHERE id = 2".formatted(change));
        Run run = adopt(tables.url(), "Asia/Seoul", "--mend");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "\ncoupons: 1 that no coupon can be made of (expected: as"
                                + " follows; correct the table, --mend does not)\n  id 2: ")
                .contains(message);
        assertThat(directory.resolve("files/manifest")).doesNotExist();
    }

    /// What each column is made, and what is said of its only row.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    issued_at TYPE DATE,issued_at: 2024-10-01 (expected: a time, not the type date)
                    issued_at TYPE TEXT,(expected: a time, not the type text)
                    issued_at TYPE TIMESTAMPTZ USING 'infinity',infinity (expected: a time of the
                    coupon_code TYPE BYTEA USING 'X',coupon_code: \\x58 (expected: text or a number
                    """)
    void aColumnOfATypeThatIsNotUnderstoodIsNamed(String change, String message) {
        ShopTables tables = friday();
        tables.execute(
                "INSERT INTO coupons VALUES (1, 'friday', 'X', '2024-10-01')",
                "ALTER TABLE coupons ALTER COLUMN " + change);
        assertThat(adopt(tables.url(), "UTC").err()).contains("\n  id 1: ").contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "99999999999999999999"})
    void aQuantityThatIsNoneIsNamed(String quantity) {
        ShopTables tables = friday();
        tables.execute(
                "ALTER TABLE campaigns ALTER COLUMN total_coupons TYPE NUMERIC",
                "UPDATE campaigns SET total_coupons = " + quantity);
        assertThat(adopt(tables.url(), "UTC").err())
                .contains(
                        "\n  id friday: total_coupons: " + quantity + " (expected: a whole number");
        tables.execute("UPDATE campaigns SET total_coupons = 7.0");
        assertThat(adopt(tables.url(), "UTC").err()).isEmpty();
    }

    @Test
    void ofManyTheFirstAreShownAndAllAreCounted() {
        ShopTables tables = friday();
        tables.insert(
                "coupons",
                "id, campaign_id, coupon_code, issued_at",
                5_000,
                i -> "%d, 'monday', 'X-%d', '2024-10-01'".formatted(i + 1, i));
        assertThat(adopt(tables.url(), "UTC").err())
                .endsWith(
                        """
                        coupons: 5000 of a campaign_id that there is not in campaigns \
                        (expected: one that there is; --mend leaves them out)
                          id 1: campaign_id: monday
                          id 2: campaign_id: monday
                          id 3: campaign_id: monday
                          id 4: campaign_id: monday
                          id 5: campaign_id: monday
                          and 4995 more
                        """);
    }

    @Test
    void aTimeThatThereWasNotIsRefusedAndOfOneThatCameTwiceItIsTheFirst() {
        ShopTables tables = friday();
        tables.execute(
                "INSERT INTO coupons VALUES (1, 'friday', 'X', '2024-10-27 02:30:00')",
                "INSERT INTO coupons VALUES (2, 'friday', 'Y', '2024-03-31 02:30:00')");
        assertThat(adopt(tables.url(), "Europe/Berlin").err())
                .endsWith(
                        "\n"
                            + "  id 2: issued_at: 2024-03-31 02:30:00 (expected: a time that there"
                            + " was in Europe/Berlin; is --zone right?)\n");
        tables.execute("DELETE FROM coupons WHERE id = 2");
        assertThat(adopt(tables.url(), "Europe/Berlin").err()).isEmpty();
        Cli.run("import", "--from", path("files"), "--data-dir", path("ledger"));
        try (Ledger ledger = sqlite("ledger").open()) {
            assertThat(ledger.issuances(1, 0, 1).getFirst().issuedAtMicros())
                    .isEqualTo(AdoptContract.micros("2024-10-27T00:30:00Z"));
        }
    }

    /// What `adopt` does, but with this target before its own.
    private static Adoption read(ShopTables tables, Target target) throws Exception {
        Plan plan = new Plan(ZoneId.of("Asia/Seoul"), false, Cli.CLOCK.instant());
        TablesAddress address = new TablesAddress(tables.url(), server.user(), server.password());
        return new TablesReader(address, plan).read(target);
    }

    /// Has something happen when so many coupons were handed over.
    private record Interrupting(Target next, int ordinal, Runnable what) implements Target {
        @Override
        public void add(long campaignNumber, Issuance issuance) throws IOException {
            if (issuance.ordinal() == ordinal) {
                what.run();
            }
            next.add(campaignNumber, issuance);
        }

        @Override
        public void leaveOut(Fault fault, SequencedMap<String, @Nullable String> row)
                throws IOException {
            next.leaveOut(fault, row);
        }

        @Override
        public void keep(String table, SequencedMap<String, @Nullable String> row)
                throws IOException {
            next.keep(table, row);
        }
    }

    private static ShopTables manyOfFriday() {
        ShopTables tables = friday();
        tables.insert(
                "coupons",
                "campaign_id, coupon_code, issued_at",
                MANY,
                i -> "'friday', 'X-%d', '2024-10-01'".formatted(i));
        return tables;
    }

    private AdoptedFiles begun() throws Exception {
        files("files").createEmpty();
        return new AdoptedFiles(files("files"), PIECE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE + 1, PIECE + 2, 9_999})
    void ofWhatIsBrokenOffNothingStays(int ordinal) throws Exception {
        ShopTables tables = manyOfFriday();
        tables.execute("ALTER TABLE coupons ADD COLUMN memo INT");
        Runnable broken =
                () -> {
                    assertThat(piecesOf("files")).isEqualTo((ordinal - 2) / PIECE);
                    throw new IllegalStateException("broken off");
                };
        try (AdoptedFiles written = begun()) {
            Target breaking = new Interrupting(written, ordinal, broken);
            assertThatThrownBy(() -> read(tables, breaking)).hasMessage("broken off");
        }
        assertThat(names(files("files"))).isEmpty();
        assertThat(adopt(tables.url(), "Asia/Seoul").err()).isEmpty();
        assertThat(LedgerImporter.examine(files("files")).entries()).hasSize(1);
    }

    /// A piece is written when one more coupon comes.
    private int piecesOf(String name) {
        try {
            return (int)
                    names(files(name)).stream().filter(file -> file.endsWith(".tsv.gz")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsIssuedMeanwhileIsFound() throws Exception {
        ShopTables tables = manyOfFriday();
        Runnable late =
                () ->
                        tables.execute(
                                "INSERT INTO coupons VALUES"
                                        + " (99999, 'friday', 'late', '2024-10-01')");
        try (AdoptedFiles written = begun()) {
            assertThatThrownBy(() -> read(tables, new Interrupting(written, 5_000, late)))
                    .isInstanceOf(TablesException.class)
                    .hasMessage(
                            "coupons: 12345 rows, and 12346 when all were read (expected: the same;"
                                    + " stop issuing, and run this once more)");
        }
    }

    @Test
    void couponsOfManyCampaignsStandInPiecesOfLimitedLength() throws Exception {
        ShopTables tables = manyOfFriday();
        tables.insert(
                "campaigns",
                "id, name, start_time, total_coupons",
                100,
                i -> "'c-%d', 'c', '2024-10-01', 999".formatted(i));
        tables.insert(
                "coupons",
                "campaign_id, coupon_code, issued_at",
                9_000,
                i -> "'c-%d', 'Y-%d', '2024-10-01'".formatted(i % 99, i));
        try (AdoptedFiles written = begun()) {
            Adoption adoption = read(tables, written);
            written.finishDurably(new CodeKey(new byte[16]), 9, adoption.campaigns());
        }
        assertThat(LedgerImporter.examine(files("files")).entries()).hasSize(101);
        assertThat(piecesOf("files")).isEqualTo(13 + 99);
    }

    @Test
    void aDirectoryWithFilesIsLeftAsItIs() throws Exception {
        ShopTables tables = friday();
        assertThat(adopt(tables.url(), "UTC").exitCode()).isZero();
        List<String> before = names(files("files"));
        assertThat(adopt(tables.url(), "UTC"))
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                path("files") + ": not empty (expected: a new directory)\n"));
        assertThat(names(files("files"))).isEqualTo(before);
        try (Ledger ledger = use(sqlite("a")).open()) {
            assertThatThrownBy(
                            () -> new LedgerExporter(ledger, files("files"), 9, _ -> {}).export())
                    .hasMessageContaining("not an export (expected: ");
        }
    }

    @Test
    void theKeyOfTheCodesIsTheOneOfTheConfigurationOrARandomOne() throws Exception {
        ShopTables tables = friday();
        adopt(tables.url(), "UTC");
        byte[] random = files("files").manifest().codeKey().bytes();
        assertThat(random).hasSize(32).isNotEqualTo(new byte[32]);
        Path config =
                Files.writeString(directory.resolve("c.yaml"), "code-key: " + "ab".repeat(16));
        Map<String, String> environment = ShopTables.environment(server);
        adopt(environment, "given", tables.url(), "UTC", "--config", config.toString());
        assertThat(files("given").manifest().codeKey().bytes()).containsOnly(0xAB).hasSize(16);
    }

    @Test
    void itIsToldInKorean() {
        ShopTables tables = friday();
        Run run =
                adopt(environmentWith("LANG", "ko_KR.UTF-8"), "files", tables.url(), "Asia/Seoul");
        assertThat(run.out())
                .isEqualTo("friday: 0\n캠페인 1개, 쿠폰 0개를 %s에 썼습니다.\n".formatted(path("files")));
    }

    @Test
    void whatIsTypedWrongIsOneSentence() {
        ShopTables tables = friday();
        assertThat(Cli.run("adopt", "--from", tables.url()).err())
                .startsWith("Missing required options: '--zone=ZONE', '--to=DIRECTORY'");
        assertThat(adopt(tables.url(), "Seoul").err())
                .startsWith(
                        "Invalid value for option '--zone': Seoul (expected: a zone such as"
                                + " Asia/Seoul, or UTC)\n");
        assertThat(adopt("jdbc:oracle:x", "UTC").err())
                .startsWith("--from: jdbc:oracle:x (expected: an address that begins with jdbc:my");
        assertThat(adopt(tables.url() + "?password=secret", "UTC").err())
                .contains("password=... (expected: ", "without a password")
                .doesNotContain("secret");
        assertThat(adopt("jdbc:postgresql://127.0.0.1:1/x", "UTC").err())
                .startsWith("tables: can not be read: ");
        tables.execute("DELETE FROM campaigns");
        assertThat(adopt(tables.url(), "UTC").err())
                .isEqualTo("campaigns: no rows (expected: one for each campaign)\n");
    }
}
