package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbExaminationTest {
    @ParameterizedTest
    @CsvSource({
        "MariaDB, 11.4.5-MariaDB, true",
        "MariaDB, 10.11.2-MariaDB-1:10.11.2+maria~ubu2204-log, true",
        "MariaDB, 10.11-MariaDB, true",
        "MariaDB, 10.6.21-MariaDB, false",
        "MySQL, 8.0.16, false",
        "MySQL, 8.0.3-rc-log, false",
        "MySQL, 8.0.17, true",
        "MySQL, 8.0.46-0ubuntu0.22.04.1, true",
        "MySQL, 8.4.0, true",
        "MySQL, 9.1.0, true",
        "MySQL, 5.7.44-log, false",
    })
    void whichVersionsCanKeepALedger(String name, String version, boolean isKnown) {
        assertThat(MariaDbExamination.isKnown(name, version)).isEqualTo(isKnown);
    }
}
