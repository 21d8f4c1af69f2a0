package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract notices mistakes: each planted bug fails the test that is there for it.
class SeededBugsTest {
    private static final List<Function<LedgerFactory, LedgerTopic>> TOPICS =
            List.of(
                    ExactnessContract::new,
                    OneEachContract::new,
                    OrdinalsContract::new,
                    OnTimeContract::new,
                    ChangesContract::new,
                    VersionsContract::new,
                    DeletionContract::new,
                    DurabilityContract::new,
                    ReadingContract::new,
                    UserIdsContract::new,
                    FaultsContract::new,
                    RandomSequencesContract::new);

    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsCaught(SeededBug bug) {
        assertThat(failureOf(bug.caughtBy, bug.opening)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheBugTheSameTestPasses(SeededBug bug) {
        assertThat(failureOf(bug.caughtBy, InMemoryLedger::new)).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "CHECKS_THEN_ACTS",
                "GOES_ON_AFTER_A_LOST_ANSWER_AS_IF_NOTHING_WERE_DURABLE",
                "ANSWERS_BEFORE_IT_IS_DURABLE"
            })
    void randomSequencesAloneCatchWhatOneThreadWithoutFaultsShows(SeededBug bug) {
        String random = "everyRandomSequenceIsAnsweredAsTheOracleSays";
        assertThat(failureOf(random, bug.opening)).isNotNull();
    }

    /// Runs the test of the contract with this name, as JUnit would.
    ///
    /// @return why it failed; null when it passed
    private static @Nullable Throwable failureOf(String name, InMemoryFixture.Opening opening) {
        for (Function<LedgerFactory, LedgerTopic> topic : TOPICS) {
            LedgerTopic test = topic.apply(_ -> new InMemoryFixture(opening));
            for (Method method : test.getClass().getDeclaredMethods()) {
                if (method.getName().equals(name) && method.isAnnotationPresent(Test.class)) {
                    return failureOf(test, method);
                }
            }
        }
        throw new AssertionError("no test is called " + name);
    }

    private static @Nullable Throwable failureOf(LedgerTopic test, Method method) {
        List<Throwable> failures = new ArrayList<>();
        test.openEmpty();
        try {
            method.invoke(test);
        } catch (InvocationTargetException e) {
            failures.add(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        try {
            test.auditAndDestroy();
        } catch (AssertionError | RuntimeException e) {
            failures.add(e);
        }
        return failures.isEmpty() ? null : failures.getFirst();
    }
}
