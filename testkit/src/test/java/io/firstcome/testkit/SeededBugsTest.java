package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The contract notices mistakes: each planted bug fails the test that is there for it.
class SeededBugsTest {
    private static final List<Function<LedgerContract, LedgerTopic>> TOPICS =
            List.of(
                    contract -> contract.new Exactness(),
                    contract -> contract.new OneEach(),
                    contract -> contract.new Ordinals(),
                    contract -> contract.new OnTime(),
                    contract -> contract.new Changes(),
                    contract -> contract.new Versions(),
                    contract -> contract.new Deletion(),
                    contract -> contract.new Durability(),
                    contract -> contract.new Reading(),
                    contract -> contract.new UserIds(),
                    contract -> contract.new Faults(),
                    contract -> contract.new RandomSequences());

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
                "LOOKS_AT_THE_TERMS_BEFORE_THE_IDENTIFIER",
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
        LedgerContract contract = contractOf(opening);
        for (Function<LedgerContract, LedgerTopic> topic : TOPICS) {
            LedgerTopic test = topic.apply(contract);
            for (Method method : test.getClass().getSuperclass().getDeclaredMethods()) {
                if (method.getName().equals(name) && method.isAnnotationPresent(Test.class)) {
                    return failureOf(test, method);
                }
            }
        }
        throw new AssertionError("no test is called " + name);
    }

    private static LedgerContract contractOf(InMemoryFixture.Opening opening) {
        return new LedgerContract() {
            @Override
            protected LedgerFixture fixture(Path directory) {
                return new InMemoryFixture(opening);
            }
        };
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
