package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.config.Configuration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/// What `adopt` does with the tables of a database of any kind. Neither its sessions nor this
/// process are in the zone of the times.
abstract class AdoptContract extends MovingTest {
    private final TimeZone zoneOfThisProcess = TimeZone.getDefault();

    abstract DatabaseServer server();

    /// Has new sessions begin in the zone of Los Angeles.
    abstract void setZoneOfSessions();

    /// The type of a column that holds an instant.
    abstract String instantType();

    /// The function that makes one of the seconds since 1970.
    abstract String instantOfSeconds();

    @BeforeEach
    void beElsewhere() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        server().url("coupon");
        server().url("campaign");
        setZoneOfSessions();
    }

    @AfterEach
    void comeBack() {
        TimeZone.setDefault(zoneOfThisProcess);
    }

    static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    String path(String name) {
        return directory.resolve(name).toString();
    }

    Run adopt(ShopTables tables, String... more) {
        return adopt(tables.url(), "files", more);
    }

    Run adopt(String url, String to, String... more) {
        List<String> args = new ArrayList<>(List.of("adopt", "--from", url, "--to", path(to)));
        args.addAll(List.of("--zone", "Asia/Seoul"));
        args.addAll(List.of(more));
        return Cli.run(ShopTables.environment(server()), args.toArray(String[]::new));
    }

    Ledger brought() {
        Run run = Cli.run("import", "--from", path("files"), "--data-dir", path("ledger"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return sqlite("ledger").open();
    }

    String file(String name) throws IOException {
        return Files.readString(directory.resolve("files").resolve(name));
    }

    static List<String> issued(Ledger ledger, long campaign) {
        return ledger.issuances(campaign, 0, 2 * MANY).stream()
                .map(issuance -> issuance.ordinal() + " " + issuance.user())
                .toList();
    }

    ShopTables twoCoupons() {
        ShopTables tables = ShopTables.couponIssues(server());
        tables.coupon(1, "선착순 쿠폰", "3", "2024-10-01 00:00:00");
        tables.coupon(7, "for all", "NULL", "2024-10-02 09:30:00.123456");
        tables.issues(
                """
                3, 1, 900, '2024-10-01 00:00:00.000001', NULL
                5, 7, 900, '2024-10-02 09:30:01', '2024-11-01 10:00:00.5'
                9, 1, 12, '2024-10-01 00:00:00.000000', NULL\
                """);
        return tables;
    }

    @Test
    void whatHasNoPlaceInALedgerIsToldAndKept() throws Exception {
        assertThat(adopt(twoCoupons()))
                .isEqualTo(
                        new Run(
                                0,
                                """
                                1: 2
                                7: 1
                                Wrote 2 campaigns with 3 coupons to %1$s.
                                1: its own count says 0, and there are 2 rows; was all of it written?
                                7: its own count says 0, and there are 1 rows; was all of it written?
                                A ledger has no place for coupon_type, issued_quantity, \
                                discount_amount, min_available_amount of coupons; all its rows are \
                                in %1$s/coupons.tsv.
                                A ledger has no place for date_used, date_created, date_updated of \
                                coupon_issues; all its rows are in %1$s/coupon_issues.tsv.
                                """
                                        .formatted(path("files")),
                                ""));
        assertThat(file("coupons.tsv"))
                .startsWith("id\ttitle\tcoupon_type\t")
                .contains("\n7\tfor all\tFIRST_COME_FIRST_SERVED\t\\N\t0\t10000\t50000\t");
        assertThat(file("coupon_issues.tsv").lines())
                .hasSize(4)
                .contains(
                        "id\tcoupon_id\tuser_id\tdate_issued\tdate_used\tdate_created"
                                + "\tdate_updated")
                .anyMatch(line -> line.startsWith("5\t7\t900\t2024-10-02 09:30:01"))
                .anyMatch(line -> line.contains("\t2024-11-01 10:00:00.5"));
        assertThat(names(files("files"))).doesNotContain("left-out.tsv");
    }

    @Test
    void couponsBecomeCampaigns() throws Exception {
        adopt(twoCoupons());
        try (Ledger ledger = brought()) {
            List<Campaign> campaigns = LedgerExporter.campaigns(ledger);
            long end = micros("2099-10-31T02:59:59.000001Z");
            assertThat(campaigns)
                    .extracting(Campaign::terms)
                    .containsExactly(
                            new CampaignTerms(
                                    "선착순 쿠폰", 3, new Window(micros("2024-09-30T15:00:00Z"), end)),
                            new CampaignTerms(
                                    "for all",
                                    CampaignTerms.UNLIMITED,
                                    new Window(micros("2024-10-02T00:30:00.123456Z"), end)));
            assertThat(campaigns)
                    .extracting(campaign -> campaign.id().value())
                    .containsExactly("1", "7");
            assertThat(campaigns.getFirst().revision().createdAtMicros())
                    .isEqualTo(micros("2024-08-19T19:47:50Z"));
            assertThat(campaigns.getFirst().revision().updatedAtMicros())
                    .isEqualTo(micros("2024-08-20T19:47:50Z"));
        }
    }

    @Test
    void whoHadACouponHasItAndTheNextGetsTheNext() throws Exception {
        adopt(twoCoupons());
        try (Ledger ledger = brought()) {
            assertThat(ledger.issuances(1, 0, 9))
                    .extracting(issuance ->
                            issuance.ordinal()
                                    + " "
                                    + issuance.user()
                                    + " "
                                    + issuance.issuedAtMicros())
                    .containsExactly(
                            "1 12 " + micros("2024-09-30T15:00:00Z"),
                            "2 900 " + micros("2024-09-30T15:00:00.000001Z"));
            assertThat(issue(ledger, 1, "900", "new", "late"))
                    .containsExactly(
                            new Verdict.Held(ledger.issuances(1, 1, 1).getFirst()),
                            new Verdict.Granted(ledger.issuances(1, 2, 1).getFirst()),
                            new Verdict.Denied(CampaignState.SOLD_OUT));
            assertThat(issued(ledger, 1)).containsExactly("1 12", "2 900", "3 new");
            issue(ledger, 2, "new", "900");
            assertThat(issued(ledger, 2)).containsExactly("1 900", "2 new");
        }
    }

    @Test
    void campaignsAndTheirCouponsBecomeALedgerOfCodes() throws Exception {
        ShopTables tables = ShopTables.campaignsCoupons(server());
        tables.execute(
                "INSERT INTO campaigns VALUES ('friday', 'Friday', '2024-10-01 00:00:00', 3),"
                        + " ('b_1', 'none yet', '2024-12-01 00:00:00', 5)",
                "INSERT INTO coupons VALUES (2, 'friday', 'X-2', '2024-10-01 00:00:03'),"
                        + " (1, 'friday', 'X-1', '2024-10-01 00:00:02')");
        assertThat(adopt(tables))
                .isEqualTo(
                        new Run(
                                0,
                                "b_1: 0\nfriday: 2\nWrote 2 campaigns with 2 coupons to %s.\n"
                                        .formatted(path("files")),
                                ""));
        try (Ledger ledger = brought()) {
            assertThat(LedgerExporter.campaigns(ledger))
                    .extracting(Campaign::terms)
                    .containsExactly(
                            new CampaignTerms(
                                    "none yet", 5, Window.from(micros("2024-11-30T15:00:00Z"))),
                            new CampaignTerms(
                                    "Friday", 3, Window.from(micros("2024-09-30T15:00:00Z"))));
            assertThat(issue(ledger, 2, "X-2"))
                    .containsExactly(new Verdict.Held(ledger.issuances(2, 1, 1).getFirst()));
            issue(ledger, 2, "kim", "lee");
            assertThat(issued(ledger, 2)).containsExactly("1 X-1", "2 X-2", "3 kim");
        }
    }

    @Test
    void aCouponIsItsHoldersWhereTablesKnowThem() throws Exception {
        ShopTables tables = ShopTables.campaignsCoupons(server());
        tables.execute(
                "ALTER TABLE coupons ADD COLUMN user_id BIGINT",
                "INSERT INTO campaigns VALUES ('c', 'c', '2024-10-01 00:00:00', 5)",
                "INSERT INTO coupons VALUES (1, 'c', 'X-1', '2024-10-01 00:00:02', 77)");
        assertThat(adopt(tables).out()).contains("no place for coupon_code of coupons;");
        assertThat(file("coupons.tsv"))
                .contains("\n1\tc\tX-1\t2024-10-01 00:00:02")
                .endsWith("\t77\n");
        try (Ledger ledger = brought()) {
            assertThat(issued(ledger, 1)).containsExactly("1 77");
        }
    }

    /// The last row of the table is the first coupon.
    @Test
    void ofCouponsOfTheSameTimeTheSmallerIdComesFirst() throws Exception {
        ShopTables tables = ShopTables.couponIssues(server());
        tables.coupon(1, "even", "NULL", "2024-10-01 00:00:00");
        tables.coupon(2, "odd", "20000", "2024-10-01 00:00:00");
        tables.insert(
                "coupon_issues",
                "id, coupon_id, user_id, date_issued, date_created, date_updated",
                MANY,
                i ->
                        "%d, %d, %d, '2024-10-01 00:00:01', '2024-10-01', '2024-10-01'"
                                .formatted(3 * (MANY - i), i % 2 + 1, 1_000_000 - i));
        assertThat(adopt(tables).err()).isEmpty();
        try (Ledger ledger = brought()) {
            List<String> even = issued(ledger, 1);
            assertThat(even).hasSize(MANY / 2 + 1);
            assertThat(even.getFirst()).isEqualTo("1 987656");
            assertThat(even.get(4_321)).isEqualTo("4322 " + (987_656 + 8_642));
            assertThat(issued(ledger, 2)).hasSize(MANY / 2).endsWith("6172 999999");
        }
    }

    @Test
    void whoAsksAServerIsToldThatTheyHaveItAndWhoIsNewGetsTheNext() throws Exception {
        adopt(twoCoupons());
        brought().close();
        Map<String, String> flags =
                Map.of("data-dir", path("ledger"), "admin-port", "0", "issue-port", "0");
        FirstcomeServer server =
                FirstcomeServer.start(Configuration.read(flags, Map.of(), null).server());
        try (server) {
            String issue = "http://127.0.0.1:" + server.issuePort();
            String admin = "http://127.0.0.1:" + server.adminPort();
            assertThat(Cli.run("campaign", "coupons", "1", "--admin", admin).out())
                    .containsPattern("(?s)1 .*12.*2 .*900");
            assertThat(Cli.run("issue", "1", "900", "--issue", issue).out())
                    .contains("issued to them before\n", "ordinal  2\n");
            assertThat(Cli.run("issue", "1", "new", "--issue", issue).out())
                    .contains("  issued\n", "ordinal  3\n");
            assertThat(Cli.run("issue", "1", "late", "--issue", issue).exitCode()).isEqualTo(1);
        }
    }

    @Test
    void columnsOfInstantsNeedNoZone() throws Exception {
        ShopTables tables = ShopTables.campaignsCoupons(server());
        tables.execute(
                "ALTER TABLE coupons DROP COLUMN issued_at",
                "ALTER TABLE coupons ADD COLUMN issued_at " + instantType(),
                "INSERT INTO campaigns VALUES ('c', 'c', '2024-10-01', 5)",
                "INSERT INTO coupons VALUES (1, 'c', 'X', %s(1727740800))"
                        .formatted(instantOfSeconds()));
        assertThat(adopt(tables).err()).isEmpty();
        try (Ledger ledger = brought()) {
            assertThat(ledger.issuances(1, 0, 1).getFirst().issuedAtMicros())
                    .isEqualTo(micros("2024-10-01T00:00:00Z"));
        }
    }

    @Test
    void columnsOfTheShopsOwnAreKeptAndOthersAreMissed() throws Exception {
        ShopTables tables = twoCoupons();
        tables.execute(
                "ALTER TABLE coupon_issues ADD COLUMN memo VARCHAR(99)",
                "UPDATE coupon_issues SET memo = 'a\tb' WHERE id = 9");
        assertThat(adopt(tables).out()).contains(", memo of coupon_issues; ");
        assertThat(file("coupon_issues.tsv")).contains("\ta\\tb\n");
        tables.execute(
                "ALTER TABLE coupon_issues DROP COLUMN user_id",
                "ALTER TABLE coupons DROP COLUMN issued_quantity");
        assertThat(adopt(tables.url(), "others").err())
                .startsWith(
                        "tables: coupons and coupon_issues, without"
                                + " coupons.issued_quantity, coupon_issues.user_id; campaigns and"
                                + " coupons, without campaigns.id, ")
                .endsWith(" (expected: one of these with all its columns)\n");
    }

    /// 900 has three of coupon 1, of which there is one; coupon 3 is not there.
    ShopTables muddled() {
        ShopTables tables = twoCoupons();
        tables.execute("UPDATE coupons SET total_quantity = 1 WHERE id = 1");
        tables.issues(
                """
                10, 1, 900, '2024-10-01 00:00:04', '2024-12-01 00:00:00'
                11, 3, 900, '2024-10-01 00:00:05', NULL
                12, 1, 900, '2024-10-01 00:00:06', NULL
                13, 1, 77, '2024-10-01 00:00:07', NULL\
                """);
        return tables;
    }

    @Test
    void whatIsNoLedgerIsRefusedRowByRow() throws Exception {
        assertThat(adopt(muddled()))
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                """
                                tables: rows are not as a ledger needs them
                                coupon_issues: 2 of a user_id with an earlier one of that coupon_id \
                                (expected: one each; --mend leaves the later out)
                                  id 10: coupon_id: 1, user_id: 900
                                  id 12: coupon_id: 1, user_id: 900
                                coupon_issues: 1 of a coupon_id that there is not in coupons \
                                (expected: one that there is; --mend leaves them out)
                                  id 11: coupon_id: 3
                                coupons: 1 with more coupon_issues than total_quantity \
                                (expected: so many at the most; --mend raises it)
                                  id 1: 3 of 1
                                """));
        assertThat(names(files("files"))).isEmpty();
        assertThat(Cli.run("import", "--from", path("files"), "--data-dir", path("b")).err())
                .contains("no manifest");
        assertThat(directory.resolve("b")).doesNotExist();
    }

    @Test
    void whatCanBeMendedIsMendedAndNothingIsLost() throws Exception {
        assertThat(adopt(muddled(), "--mend").out())
                .startsWith("1: 3\n7: 1\nWrote 2 campaigns with 4 coupons to ")
                .contains(
                        "Left out: 2 of a user with an earlier one, 1 of no campaign; see %s.\n"
                                .formatted(path("files/left-out.tsv")),
                        "1: its quantity is now 3, as many as were issued; it was 1.\n",
                        "1: its own count says 0, and there are 5 rows; was all of it written?\n");
        assertThat(file("left-out.tsv").lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "why\tid\tcoupon_id\tuser_id\tdate_issued"
                                                    + "\tdate_used\tdate_created\tdate_updated"),
                        line ->
                                assertThat(line)
                                        .startsWith("repeated\t10\t1\t900\t2024-10-01 00:00:04")
                                        .contains("\t2024-12-01 00:00:00"),
                        line -> assertThat(line).startsWith("repeated\t12\t1\t900\t"),
                        line -> assertThat(line).startsWith("orphan\t11\t3\t900\t"));
        try (Ledger ledger = brought()) {
            assertThat(issue(ledger, 1, "77", "late"))
                    .containsExactly(
                            new Verdict.Held(ledger.issuances(1, 2, 1).getFirst()),
                            new Verdict.Denied(CampaignState.SOLD_OUT));
            assertThat(issued(ledger, 1)).containsExactly("1 12", "2 900", "3 77");
        }
    }
}
