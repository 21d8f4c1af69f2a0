package io.firstcome.ledger.sql;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// SQLite: one file, embedded.
final class SqliteEngine implements Engine {
    static final String FILE = "ledger.db";

    /// Earlier versions can corrupt a database in WAL mode.
    private static final String VERSION_MIN = "3.51.3";

    /// Pages in the write-ahead log before a commit also copies them to the database: seldom enough
    /// that small drops never meet it, and that pages written many times are copied once; often
    /// enough that it takes some milliseconds only.
    private static final int CHECKPOINT_PAGES = 4_000;

    /// A little more than [#CHECKPOINT_PAGES] take: the file is used again, and shrinks after a
    /// peak.
    private static final int LOG_BYTES_MAX = 20 << 20;

    /// How long somebody else's writing is waited for.
    private static final int BUSY_MILLIS = 5_000;

    private static final List<String> SETTINGS =
            List.of(
                    "synchronous = FULL",
                    // On macOS nothing less reaches the disk; elsewhere it changes nothing.
                    "fullfsync = ON",
                    "temp_store = MEMORY");
    private static final List<String> WRITER_SETTINGS =
            List.of(
                    "wal_autocheckpoint = " + CHECKPOINT_PAGES,
                    "journal_size_limit = " + LOG_BYTES_MAX,
                    "cache_size = -16000");
    private static final List<String> READER_SETTINGS = List.of("query_only = ON");

    private final @Nullable DataDirectory directory;
    private final SQLiteDataSource dataSource = new SQLiteDataSource();

    /// @param directory that is held for as long as the engine is open; null when another process
    ///   holds it
    private SqliteEngine(Path file, int busyMillis, @Nullable DataDirectory directory) {
        this.directory = directory;
        if (file.toString().contains("?")) {
            throw new LedgerOpenException(
                    "data directory: %s (expected: a path without ?)".formatted(file.getParent()));
        }
        dataSource.setUrl("jdbc:sqlite:" + file);
        dataSource.setBusyTimeout(busyMillis);
        // Or each update is followed by a query for its row id, which no table here has.
        dataSource.setGetGeneratedKeys(false);
    }

    /// Takes `directory` until the engine is closed.
    static SqliteEngine open(Path directory) {
        return open(directory, BUSY_MILLIS);
    }

    static SqliteEngine open(Path directory, int busyMillis) {
        DataDirectory taken = DataDirectory.take(directory);
        try {
            return new SqliteEngine(taken.file(FILE), busyMillis, taken);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /// Beside the process that has taken `directory`, for acts that may be done meanwhile.
    static SqliteEngine beside(Path directory) {
        return new SqliteEngine(directory.resolve(FILE), BUSY_MILLIS, null);
    }

    @Override
    public Connection connectForWriting() throws SQLException {
        return connect(connection -> {
            requireVersion(query("SELECT sqlite_version()", connection));
            requireLog(query("PRAGMA journal_mode = WAL", connection));
            apply(WRITER_SETTINGS, connection);
        });
    }

    /// How a connection is made ready.
    @FunctionalInterface
    private interface Preparation {
        void perform(Connection connection) throws SQLException;
    }

    private Connection connect(Preparation preparation) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            apply(SETTINGS, connection);
            preparation.perform(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection connectForReading() throws SQLException {
        return connect(connection -> apply(READER_SETTINGS, connection));
    }

    @Override
    public Schema.Migration migration() {
        Map<String, String> words = Map.of("table", "", "clustered", "WITHOUT ROWID", "exact", "");
        return new Schema.Migration(dataSource, "embedded", words, Schema.Lock.NONE);
    }

    private static void apply(List<String> settings, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("PRAGMA " + setting);
            }
        }
    }

    private static String query(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    static void requireVersion(String version) {
        if (Arrays.compare(numbers(version), numbers(VERSION_MIN)) < 0) {
            throw new LedgerOpenException(
                    "SQLite: %s (expected: at least %s; earlier ones can corrupt the ledger)"
                            .formatted(version, VERSION_MIN));
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static void requireLog(String journalMode) {
        if (!"wal".equals(journalMode)) {
            throw new LedgerOpenException(
                    "journal_mode: %s (expected: wal, which needs a local file system)"
                            .formatted(journalMode));
        }
    }

    /// At once with the right to write, so that it is waited for here where nothing has been read
    /// yet.
    @Override
    public void begin(Session session) throws SQLException {
        session.update("BEGIN IMMEDIATE");
    }

    @Override
    public boolean isBusy(SQLException failure) {
        return failure.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.update("COMMIT");
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.update("ROLLBACK");
    }

    @Override
    public String insertCoupons() {
        return "INSERT INTO coupons (campaign_number, ordinal, user_id, issued_at_micros)"
                + " SELECT ?1, ?2 + key, value, ?3 FROM json_each(?4)";
    }

    @Override
    public String insertUserCoupons() {
        return "INSERT INTO user_coupons (user_tag, user_id, campaign_number, ordinal) SELECT"
                + " entry.value >> 32, coupon.user_id, coupon.campaign_number, coupon.ordinal"
                + " FROM json_each(?) entry CROSS JOIN coupons coupon WHERE"
                + " coupon.campaign_number = ? AND coupon.ordinal = entry.value & 4294967295";
    }

    /// Rows of a range of the primary key come in its order. To ask for that order would have them
    /// sorted again, and double the time it takes to open a ledger; [LiveUsersLoader] looks whether
    /// it is so.
    @Override
    public String joinedUsers() {
        return "SELECT group_concat(user_id, char(31)) FROM coupons"
                + " WHERE campaign_number = ? AND ordinal BETWEEN ? AND ?";
    }

    @Override
    public void close() {
        if (directory != null) {
            directory.close();
        }
    }
}
