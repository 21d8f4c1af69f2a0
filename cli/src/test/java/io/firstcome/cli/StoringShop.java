package io.firstcome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firstcome.databases.DatabaseServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shop that speaks as those of `rest-queue` and `rest-redis-set-kafka` do and has their tables,
/// with the columns that matter. It tells everybody of a coupon and stores one of so many.
final class StoringShop implements AutoCloseable {
    static final int COUPONS = 40;

    private final HttpServer http;
    private final Connection queue;
    private final Connection set;
    private final int storedOneOf;
    private int told;

    StoringShop(DatabaseServer server, int storedOneOf) throws IOException, SQLException {
        this.storedOneOf = storedOneOf;
        queue = server.connect("insight");
        set = server.connect("coupon");
        makeTables();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        http.createContext("/", this::handle);
        http.start();
    }

    private void makeTables() throws SQLException {
        execute(queue, "DROP TABLE IF EXISTS coupon, coupon_group, users");
        execute(
                queue,
                "CREATE TABLE users (id BIGINT AUTO_INCREMENT PRIMARY KEY, user_id VARCHAR(255))");
        execute(
                queue,
                "CREATE TABLE coupon_group (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                        + " group_key VARCHAR(255) UNIQUE)");
        execute(
                queue,
                "CREATE TABLE coupon (coupon_id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                        + " coupon_key VARCHAR(255) NOT NULL UNIQUE, group_id BIGINT,"
                        + " user_id BIGINT, issued_flag BIT(1) NOT NULL)");
        execute(set, "DROP TABLE IF EXISTS coupon_issues");
        execute(
                set,
                "CREATE TABLE coupon_issues (id BIGINT(20) NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + " coupon_id BIGINT(20) NOT NULL, user_id BIGINT(20) NOT NULL)");
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        byte[] answer;
        try {
            answer = answer(exchange.getRequestURI().getPath(), body).getBytes(UTF_8);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(String path, String body) throws SQLException {
        return switch (path) {
            case "/admin/coupons/load" -> load(field(body, "eventId"));
            case "/api/coupons/issue" -> fromQueue(field(body, "eventId"), field(body, "userId"));
            case "/v2/asyncIssue" -> fromSet(field(body, "couponId"), field(body, "userId"));
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static String field(String body, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(body);
        if (!matcher.find()) {
            throw new IllegalArgumentException(body);
        }
        return matcher.group(1);
    }

    /// Coupons that are nobody's are in the table from the beginning.
    private String load(String event) throws SQLException {
        execute(queue, "INSERT INTO coupon_group (group_key) VALUES (?)", event);
        for (int number = 1; number <= COUPONS; number++) {
            execute(
                    queue,
                    "INSERT INTO coupon (coupon_key, group_id, issued_flag)"
                            + " SELECT ?, id, 0 FROM coupon_group WHERE group_key = ?",
                    key(event, number),
                    event);
        }
        return "{\"success\":true}";
    }

    private static String key(String event, int number) {
        return event.toUpperCase(Locale.ROOT)
                + "-AAAA"
                + (char) ('A' + number / 8)
                + (2 + number % 8);
    }

    private String fromQueue(String event, String user) throws SQLException {
        if (told == COUPONS) {
            return "{\"success\":false,\"reason\":\"SOLD_OUT\"}";
        }
        String key = key(event, ++told);
        if (told % storedOneOf == 0) {
            execute(queue, "INSERT INTO users (user_id) VALUES (?)", user);
            execute(
                    queue,
                    "UPDATE coupon SET issued_flag = 1,"
                            + " user_id = (SELECT id FROM users WHERE user_id = ?)"
                            + " WHERE coupon_key = ?",
                    user,
                    key);
        }
        return "{\"success\":true,\"couponKey\":\"" + key + "\"}";
    }

    private String fromSet(String coupon, String user) throws SQLException {
        if (told == COUPONS) {
            return "{\"isSuccess\":false,\"comment\":\"발급 가능한 수량이 유효하지 않습니다\"}";
        }
        if (++told % storedOneOf == 0) {
            execute(
                    set,
                    "INSERT INTO coupon_issues (coupon_id, user_id) VALUES (?, ?)",
                    coupon,
                    user);
        }
        return "{\"isSuccess\":true}";
    }

    private static void execute(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setString(index + 1, values[index]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        http.stop(0);
        queue.close();
        set.close();
    }
}
