package io.firstcome.testkit;

import org.junit.jupiter.api.Nested;

import java.nio.file.Path;

/// What every ledger promises, as tests. An adapter's test extends this class and says how its
/// ledger is made.
public abstract class LedgerContract {
    /// Makes an empty state for one test.
    ///
    /// @param directory empty, and removed after the test
    protected abstract LedgerFixture fixture(Path directory);

    @Nested
    class Exactness extends ExactnessContract {
        Exactness() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class OneEach extends OneEachContract {
        OneEach() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Ordinals extends OrdinalsContract {
        Ordinals() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class OnTime extends OnTimeContract {
        OnTime() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Changes extends ChangesContract {
        Changes() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Versions extends VersionsContract {
        Versions() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Deletion extends DeletionContract {
        Deletion() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Durability extends DurabilityContract {
        Durability() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Reading extends ReadingContract {
        Reading() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class UserIds extends UserIdsContract {
        UserIds() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Keys extends KeysContract {
        Keys() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class Faults extends FaultsContract {
        Faults() {
            super(LedgerContract.this::fixture);
        }
    }

    @Nested
    class RandomSequences extends RandomSequencesContract {
        RandomSequences() {
            super(LedgerContract.this::fixture);
        }
    }
}
