package io.firstcome.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// The core decides and nothing else: the same commands give the same decisions, on any machine, in
/// any test, at any speed.
class CorePurityTest {
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("io.firstcome.core");

    @Test
    void dependsOnNothingButTheJdkAndDoesNoInputOrOutput() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.firstcome.core..",
                        "java.lang..",
                        "java.math..",
                        "java.nio",
                        "java.nio.charset..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "javax.crypto..",
                        "org.jspecify.annotations..")
                .because(
                        "the core has no disk, network or library: declare a port, implement it in"
                                + " an adapter")
                .check(CORE);
    }

    @Test
    void readsNoClock() {
        nothing("reads a clock", CorePurityTest::readsClock)
                .because("time comes in: take an InstantSource, a LedgerClock or a NanoClock")
                .check(CORE);
    }

    @Test
    void drawsNoRandomness() {
        nothing("draws randomness of its own", CorePurityTest::drawsRandomness)
                .because("chance comes in: take a RandomGenerator, or bytes, from the caller")
                .check(CORE);
    }

    @Test
    void startsNoThreadAndDoesNotSleep() {
        nothing("starts a thread or sleeps", CorePurityTest::startsThread)
                .because("threads come in: be a Runnable, or take an Executor, or wait on a queue")
                .check(CORE);
    }

    private static ArchRule nothing(String what, Predicate<AccessTarget> forbidden) {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                what,
                                (JavaAccess<?> access) -> forbidden.test(access.getTarget())));
    }

    private static boolean readsClock(AccessTarget target) {
        return is(target, System.class, "nanoTime", "currentTimeMillis")
                || (target.getOwner().getPackageName().equals("java.time")
                        && target.getName().matches("now|system.*|tick.*"));
    }

    private static boolean drawsRandomness(AccessTarget target) {
        return is(target, Math.class, "random")
                || is(target, UUID.class, "randomUUID")
                || is(target, Collections.class, "shuffle")
                || is(target, ThreadLocalRandom.class, "current")
                || is(target, RandomGenerator.class, "getDefault", "of")
                || makes(target, Random.class);
    }

    private static boolean startsThread(AccessTarget target) {
        return is(target, Thread.class, "sleep", "ofVirtual", "ofPlatform", "startVirtualThread")
                || is(target, ForkJoinPool.class, "commonPool")
                || is(target, Collection.class, "parallelStream")
                || target.getOwner().isEquivalentTo(Executors.class)
                || makes(target, Executor.class)
                || makes(target, Thread.class)
                || makes(target, Timer.class);
    }

    private static boolean is(AccessTarget target, Class<?> owner, String... names) {
        return target.getOwner().isAssignableTo(owner) && Set.of(names).contains(target.getName());
    }

    private static boolean makes(AccessTarget target, Class<?> type) {
        return is(target, type, "<init>");
    }
}
