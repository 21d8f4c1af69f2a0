package io.firstcome.cli;

import io.firstcome.bench.Bench;
import io.firstcome.bench.BenchOptions;
import io.firstcome.bench.Study;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/// `bench`.
@Command(
        description = {
            "Measures this machine: an echo server as the baseline, then Firstcome's refusals and",
            "durable issues, each in a process of its own. Needs no server to run.",
            ""
        },
        footer = {"", "Example:", "  ./firstcome bench --connections 64 --json bench.json"})
final class BenchCommand implements Callable<Integer> {
    private static final BenchOptions DEFAULTS = BenchOptions.defaults();

    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "How many are open, each with one request in flight; 64.")
    private int connections = DEFAULTS.connections();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each server is measured in each round; 3.")
    private long seconds = DEFAULTS.measured().toSeconds();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "How often each is measured, the median counts; 9, of coupons 3, of opening,"
                            + " rush, spikes and start 20.")
    private @Nullable Integer rounds;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures to a file as well.")
    private @Nullable Path jsonFile;

    @Option(
            names = "--study",
            paramLabel = "NAME",
            description = {
                "Measure something else instead of servers:",
                "  opening      how soon coupons are told, 20,000 people asking",
                "  rush         the same, and all of them once more at the start",
                "  spikes       nobody before the start, everybody at it: is each promise kept?",
                "  start        how soon a server answers after its start",
                "  connections  10,000 connections against the few of --connections",
                "  campaigns    100 and 10,000 live campaigns against one",
                "  coupons      cost as one campaign grows to 12 million coupons",
                "  pace         latency at 80 %% of the most it can do",
                "  processors   one processor against all (needs taskset)",
                "  generator    the load itself, on one processor (needs taskset)"
            })
    private Study study = Study.SERVERS;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        BenchOptions options = options();
        try {
            return Bench.run(study, options, terminal.out());
        } catch (IllegalStateException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private BenchOptions options() {
        try {
            return new BenchOptions(
                    connections,
                    rounds == null ? study.rounds() : rounds,
                    Duration.ofSeconds(seconds),
                    DEFAULTS.warmUp(),
                    jsonFile,
                    DEFAULTS.launcher());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
