package io.firstcome.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.firstcome.server.Ledgers;
import io.firstcome.server.config.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/// The modules' arrows. It stands here because `cli` is the one module that sees all others.
class ArchitectureTest {
    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("io.firstcome");

    /// A module, the modules it may see, and where code belongs that wants to see more.
    record Arrows(String module, List<String> maySee, String instead) {
        String own() {
            return packagesOf(module);
        }

        String[] allowed() {
            return Stream.concat(Stream.of(module), maySee.stream())
                    .map(Arrows::packagesOf)
                    .toArray(String[]::new);
        }

        private static String packagesOf(String module) {
            return "io.firstcome." + module.replace('-', '.') + "..";
        }

        @Override
        public String toString() {
            return module;
        }
    }

    static List<Arrows> arrows() {
        return Stream.concat(program().stream(), judges().stream()).toList();
    }

    /// What serves people.
    private static List<Arrows> program() {
        return List.of(
                new Arrows(
                        "api",
                        List.of(),
                        "it holds the .proto files and what is generated from them; code that uses"
                                + " the messages belongs to server"),
                new Arrows(
                        "core",
                        List.of(),
                        "it decides and nothing else; declare a port in core and implement it in"
                                + " an adapter"),
                new Arrows(
                        "gc",
                        List.of(),
                        "it has the JVM collect in time; who knows of a start tells it when"),
                new Arrows(
                        "connect",
                        List.of(),
                        "it serves any protobuf service; pass it handlers and messages from"
                                + " server"),
                new Arrows(
                        "ledger-sql",
                        List.of("core"),
                        "a ledger knows only the port it implements; speak to callers through"
                                + " core's types"),
                new Arrows(
                        "server",
                        List.of("api", "core", "connect", "gc", "ledger-sql"),
                        "it composes the program; what judges or starts it belongs to verify or"
                                + " cli"),
                new Arrows(
                        "client",
                        List.of("api"),
                        "it is a jar for other people's programs and knows a server only over the"
                                + " wire"));
    }

    /// What looks at it, presses it or does it harm.
    private static List<Arrows> judges() {
        return List.of(
                new Arrows(
                        "check",
                        List.of(),
                        "it judges histories and nothing else; what makes or shows one belongs to"
                                + " verify"),
                new Arrows(
                        "verify",
                        List.of("check", "gc"),
                        "it judges any server from outside, so it speaks to it over the wire only"),
                new Arrows(
                        "bench",
                        List.of("api", "connect", "check", "verify", "server.place"),
                        "it measures parts in this process and servers over the wire, with the load"
                                + " of verify"),
                new Arrows(
                        "testkit",
                        List.of("core", "check"),
                        "it says what every ledger has to do; what one of them needs stands in its"
                                + " own tests"),
                new Arrows(
                        "databases",
                        List.of(),
                        "it starts other people's servers and knows nothing of ours"),
                new Arrows(
                        "drills",
                        List.of("check", "verify", "databases"),
                        "it does harm to real processes; the judgement belongs to verify"));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void aModuleSeesOnlyWhatItMay(Arrows arrows) {
        noClasses()
                .that(resideInAPackage(arrows.own()))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.firstcome..")
                                .and(not(resideInAnyPackage(arrows.allowed()))))
                .because(arrows.instead())
                .check(PROGRAM);
    }

    @Test
    void thePackagesOfVerifyHaveOneDirection() {
        slices().matching("io.firstcome.(**)")
                .should()
                .beFreeOfCycles()
                .because("its parts are used by each other in one direction, the root by none")
                .check(new ClassFileImporter().importPackages("io.firstcome.verify"));
    }

    @Test
    void oneClassOfTheServerKnowsWhichLedgerItHas() {
        noClasses()
                .that(resideInAPackage("io.firstcome.server.."))
                .and(not(resideInAPackage("io.firstcome.server.config")))
                .and(not(equivalentTo(Ledgers.class)))
                .should()
                .callMethod(ServerConfig.class, "database")
                .because("what differs between ledgers belongs to Ledgers")
                .check(PROGRAM);
    }

    @Test
    void everyModuleHasItsArrows() {
        String[] known =
                Stream.concat(arrows().stream().map(Arrows::own), Stream.of("io.firstcome.cli.."))
                        .toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(known)
                .because("a new module gets a row in this test")
                .check(PROGRAM);
    }
}
