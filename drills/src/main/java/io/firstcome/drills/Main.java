package io.firstcome.drills;

import io.firstcome.check.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/// `./drills/run`: runs a fault drill and answers with its verdict.
@Command(
        name = "drills/run",
        description = "Runs a fault drill on real processes; the exit code is the verdict.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The drill.")
    private @Nullable String name;

    @Option(names = "--rounds", description = "How many drops (default: ${DEFAULT-VALUE}).")
    private int rounds = 20;

    @Option(
            names = "--seed",
            description = "Chooses the instants of the faults, and who asks which node.")
    private long seed = System.nanoTime();

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description =
                    "Which one nodes share, postgresql or mariadb (default: ${DEFAULT-VALUE}).")
    private Engine engine = Engine.POSTGRESQL;

    @Option(names = "--list", description = "Names the drills.")
    private boolean isListAsked;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (isListAsked) {
            Arrays.stream(DrillName.values())
                    .forEach(drill -> out.printf("%-20s %s%n", drill.word(), drill.summary()));
            return 0;
        }
        return run(drill()) ? 0 : 1;
    }

    private DrillName drill() {
        return Arrays.stream(DrillName.values())
                .filter(drill -> drill.word().equals(name))
                .findAny()
                .orElseThrow(() -> misuse("NAME: " + name + " (expected: one that --list names)"));
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private boolean run(DrillName name) throws InterruptedException {
        if (rounds < 1) {
            throw misuse("--rounds: " + rounds + " (expected: >= 1)");
        }
        if (!name.runsOn(engine)) {
            throw misuse(
                    "--database: mariadb (expected: postgresql for %s)".formatted(name.word()));
        }
        out.printf("%s: %d rounds, seed %d%n", name.word(), rounds, seed);
        SplittableRandom random = new SplittableRandom(seed);
        int failed = 0;
        try (Drill drill = name.prepare(engine, random.split())) {
            for (int round = 1; round <= rounds; round++) {
                out.printf("%n-- round %d of %d%n", round, rounds);
                Verdict verdict = drill.round(random, out);
                failed += verdict.passed() ? 0 : 1;
            }
        }
        out.printf("%n%s: %d rounds, %d failed%n", name.word(), rounds, failed);
        return failed == 0;
    }
}
