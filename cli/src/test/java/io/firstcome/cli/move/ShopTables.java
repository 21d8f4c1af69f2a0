package io.firstcome.cli.move;

import io.firstcome.databases.DatabaseServer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tables as shops have made them, in a database of each kind.
record ShopTables(DatabaseServer server, String database, List<String> tables) {
    private static final String COUPONS =
            """
            CREATE TABLE `coupon`.`coupons`
            (
                `id`                   BIGINT(20) NOT NULL AUTO_INCREMENT,
                `title`                VARCHAR(255) NOT NULL COMMENT '쿠폰명',
                `coupon_type`          VARCHAR(255) NOT NULL COMMENT '쿠폰 타입 (선착순 쿠폰, ..)',
                `total_quantity`       INT NULL COMMENT '쿠폰 발급 최대 수량',
                `issued_quantity`      INT          NOT NULL COMMENT '발급된 쿠폰 수량',
                `discount_amount`      INT          NOT NULL COMMENT '할인 금액',
                `min_available_amount` INT          NOT NULL COMMENT '최소 사용 금액',
                `date_issue_start`     datetime(6) NOT NULL COMMENT '발급 시작 일시',
                `date_issue_end`       datetime(6) NOT NULL COMMENT '발급 종료 일시',
                `date_created`         datetime(6) NOT NULL COMMENT '생성 일시',
                `date_updated`         datetime(6) NOT NULL COMMENT '수정 일시',
            PRIMARY KEY (`id`)
            ) ENGINE = InnoDB
            DEFAULT CHARSET = utf8mb4
            COMMENT '쿠폰 정책'
            """;

    private static final String COUPON_ISSUES =
            """
            CREATE TABLE `coupon`.`coupon_issues`
            (
                `id`           BIGINT(20) NOT NULL AUTO_INCREMENT,
                `coupon_id`    BIGINT(20) NOT NULL COMMENT '쿠폰 ID',
                `user_id`      BIGINT(20) NOT NULL COMMENT '유저 ID',
                `date_issued`  datetime(6) NOT NULL COMMENT '발급 일시',
                `date_used`    datetime(6) NULL COMMENT '사용 일시',
                `date_created` datetime(6) NOT NULL COMMENT '생성 일시',
                `date_updated` datetime(6) NOT NULL COMMENT '수정 일시',
            PRIMARY KEY (`id`)
            ) ENGINE = InnoDB
            DEFAULT CHARSET = utf8mb4
            COMMENT '쿠폰 발급 내역'
            """;

    private static final String CAMPAIGNS =
            """
            CREATE TABLE campaigns (
                id            VARCHAR(64) PRIMARY KEY,
                name          VARCHAR(255),
                start_time    DATETIME,
                total_coupons INT
            )
            """;

    private static final String COUPONS_OF_CAMPAIGNS =
            """
            CREATE TABLE coupons (
                id          BIGINT PRIMARY KEY AUTO_INCREMENT,
                campaign_id VARCHAR(64),
                coupon_code VARCHAR(64),
                issued_at   DATETIME,
                UNIQUE (campaign_id, coupon_code)
            )
            """;

    /// `coupons` and `coupon_issues`.
    static ShopTables couponIssues(DatabaseServer server) {
        return make(server, "coupon", List.of("coupons", "coupon_issues"), COUPONS, COUPON_ISSUES);
    }

    /// `campaigns` and `coupons`.
    static ShopTables campaignsCoupons(DatabaseServer server) {
        return make(
                server,
                "campaign",
                List.of("campaigns", "coupons"),
                CAMPAIGNS,
                COUPONS_OF_CAMPAIGNS);
    }

    private static ShopTables make(
            DatabaseServer server, String database, List<String> tables, String... statements) {
        ShopTables made = new ShopTables(server, database, tables);
        tables.forEach(table -> made.execute("DROP TABLE IF EXISTS " + table));
        for (String statement : statements) {
            made.execute(made.isPostgres() ? ofPostgres(statement) : statement);
        }
        return made;
    }

    private boolean isPostgres() {
        return server.url(database).startsWith("jdbc:postgresql:");
    }

    /// The same with PostgreSQL's types.
    private static String ofPostgres(String statement) {
        return statement
                .replace("`coupon`.", "")
                .replace("`", "")
                .replaceAll(" COMMENT '[^']*'", "")
                .replaceAll("BIGINT\\(20\\)(\\s+NOT NULL) AUTO_INCREMENT", "BIGSERIAL$1")
                .replace("BIGINT PRIMARY KEY AUTO_INCREMENT", "BIGSERIAL PRIMARY KEY")
                .replace("BIGINT(20)", "BIGINT")
                .replaceAll("(?i)datetime", "TIMESTAMP")
                .replaceAll("(?s)\\) ENGINE.*", ")");
    }

    /// Who reads them.
    static Map<String, String> environment(DatabaseServer server) {
        return Map.of(
                "FIRSTCOME_TABLES_USER",
                server.user(),
                "FIRSTCOME_TABLES_PASSWORD",
                server.password());
    }

    String url() {
        return server.url(database);
    }

    void execute(String... statements) {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Inserts rows of which the values are `values` of 0 to `count` - 1.
    void insert(String table, String columns, int count, IntFunction<String> values) {
        String rows =
                IntStream.range(0, count)
                        .mapToObj(i -> "(" + values.apply(i) + ")")
                        .collect(Collectors.joining(", "));
        execute("INSERT INTO " + table + " (" + columns + ") VALUES " + rows);
    }

    /// A row of `coupons` beside `coupon_issues`, with an end far away.
    void coupon(long id, String title, String quantity, String start) {
        execute(
                ("INSERT INTO coupons VALUES (%d, '%s', 'FIRST_COME_FIRST_SERVED', %s, 0, 10000,"
                                + " 50000, '%s', '2099-10-31 11:59:59.000001',"
                                + " '2024-08-20 04:47:50', '2024-08-21 04:47:50')")
                        .formatted(id, title, quantity, start));
    }

    /// Rows of `coupon_issues` that follow each other.
    void issues(String rows) {
        String values =
                rows.lines()
                        .map(row -> "(" + row + ", '2024-10-01 00:00:09', '2024-10-01 00:00:09')")
                        .collect(Collectors.joining(", "));
        execute("INSERT INTO coupon_issues VALUES " + values);
    }
}
