package io.firstcome.ledger.sql;

import java.util.List;

/// Which database an address is of.
final class Databases {
    private static final List<String> SCHEMES =
            List.of("jdbc:postgresql:", "jdbc:mysql:", "jdbc:mariadb:");

    private Databases() {}

    static Database of(String url) {
        if (url.startsWith(SCHEMES.get(0))) {
            return new PostgresDatabase();
        }
        if (url.startsWith(SCHEMES.get(1))) {
            return new MariaDbDatabase(true);
        }
        if (url.startsWith(SCHEMES.get(2))) {
            return new MariaDbDatabase(false);
        }
        throw new LedgerOpenException(
                "ledger: %s (expected: an address that begins with one of %s)"
                        .formatted(url, SCHEMES));
    }
}
