package io.firstcome.cli;

import static java.util.Objects.requireNonNull;

import io.firstcome.check.Verdict;
import io.firstcome.cli.client.AdminOption;
import io.firstcome.cli.client.CallerOfEnvironment;
import io.firstcome.cli.client.IssueOption;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.adapter.Adapter;
import io.firstcome.verify.adapter.ShippedAdapters;
import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.load.OpenFiles;
import io.firstcome.verify.rehearse.Original;
import io.firstcome.verify.rehearse.Rehearsal;
import io.firstcome.verify.report.ReportOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// `verify`.
@Command(
        description = {
            "Judges a server: holds a drop on it, then checks every promise against what was"
                    + " heard.",
            "A first coupon later than 5 ms after the start is a warning only: delays of the"
                    + " network and of this machine are in it.",
            "With --replay it judges saved histories instead: no server, no load.",
            "With --rehearse it plays a campaign on a server of its own, which is thrown away.",
            "Exit code 0: no promise broken. 1: one is, or the server is not there."
                    + " 2: a history can not be read.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./firstcome verify --coupons 1000 --users 10000 --asks 3",
            "  ./firstcome verify --save drop.jsonl.gz",
            "  ./firstcome verify --replay drop.jsonl.gz",
            "  ./firstcome verify --rehearse --campaign friday --users 50000 --data-dir ."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private AdminOption admin = new AdminOption();

    @Mixin private IssueOption issue = new IssueOption();

    @Option(
            names = "--campaign",
            paramLabel = "ID",
            description = "Ask in this campaign; a new one is made when left out.")
    private @Nullable String campaignId;

    @Option(
            names = "--coupons",
            paramLabel = "N",
            description =
                    "How many coupons the new campaign has; 1000. Also of --campaign, where an"
                            + " adapter can not read it.")
    private int coupons = 1_000;

    @Option(names = "--users", paramLabel = "N", description = "How many people ask; 10000.")
    private int users = 10_000;

    @Option(names = "--asks", paramLabel = "N", description = "How often each asks; 3.")
    private int asks = 3;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = {
                "How many connections they share; 64.",
                "As many files must be allowed to be open (ulimit -n) here and at the server, and"
                        + " as many connections by its limits.connections-max."
            })
    private int connections = 64;

    @Mixin private ConductOptions conduct = new ConductOptions();

    @Option(
            names = "--lead",
            paramLabel = "SECONDS",
            description = "How long before its opening the new campaign is made; 5.")
    private int leadSeconds = (int) VerifyOptions.DEFAULT_LEAD.toSeconds();

    @Option(
            names = "--ends-after",
            paramLabel = "SECONDS",
            description = {
                "How long after its opening the new campaign ends; it does not when left out.",
                "A quarter of the people come for the end, and there is a coupon for each of all."
            })
    private @Nullable Integer endsAfterSeconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Names the people and shuffles them; a new one each time when left out.")
    private @Nullable Long seed;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "json or proto (both Connect), grpc or rest; json.")
    private @Nullable String protocol;

    @Option(
            names = "--adapter",
            paramLabel = "FILE|NAME",
            description = {
                "Judge another system, as this YAML file describes it or as a name of"
                        + " --list-adapters knows it.",
                "What it does not tell is not judged."
            })
    private @Nullable String adapter;

    @Option(
            names = "--without-list",
            description = {
                "Judge the system of --adapter by its answers alone, where the list of what it",
                "issued, such as its database's, can not be read from here."
            })
    private boolean withoutList;

    @Option(names = "--list-adapters", description = "Name the adapters that come along.")
    private boolean listAdapters;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the verdict and all figures to a file as well, as JSON.")
    private @Nullable Path jsonFile;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the verdict to a file as well, as a page with charts.")
    private @Nullable Path htmlFile;

    @Mixin private HistoryOptions history = new HistoryOptions();

    @Mixin private RehearseOptions rehearsal = new RehearseOptions();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (listAdapters) {
            ShippedAdapters.all()
                    .forEach(each -> terminal.out().println(each.name() + ": " + each.about()));
            return 0;
        }
        try {
            return verdict().exitCode();
        } catch (UncheckedIOException e) {
            throw new CommandFailure("A file can not be written: " + e.getMessage(), e);
        }
    }

    private Verdict verdict() throws InterruptedException {
        rehearsal.check(spec.commandLine());
        if (history.isReplay()) {
            return history.replay(spec.commandLine(), reported(null), terminal.out());
        }
        history.checkSave(spec.commandLine());
        long chosenSeed = seed == null ? terminal.clock().millis() : seed;
        String command = RepeatableCommand.of(spec.commandLine().getParseResult(), chosenSeed);
        return rehearsal.isAsked() ? rehearse(chosenSeed, command) : run(chosenSeed, command);
    }

    private Verdict run(long chosenSeed, String command) throws InterruptedException {
        VerifyOptions options =
                understood(() ->
                        new VerifyOptions(
                                target(),
                                crowd(chosenSeed),
                                coupons,
                                Duration.ofSeconds(leadSeconds),
                                endsAfter(),
                                VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR));
        return Verify.run(options, reported(command), terminal.out(), history::save);
    }

    private Verdict rehearse(long chosenSeed, String command) throws InterruptedException {
        Rehearsal play =
                understood(() ->
                        new Rehearsal(
                                original(),
                                crowd(chosenSeed),
                                protocol(),
                                Duration.ofSeconds(leadSeconds),
                                rehearsal.stage()));
        ReportOptions reported = reported(command);
        terminal.out().println(rehearsal.sentence());
        try {
            return play.run(reported, terminal.out(), history::save);
        } catch (IllegalStateException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable Duration endsAfter() {
        return endsAfterSeconds == null ? null : Duration.ofSeconds(endsAfterSeconds);
    }

    private Original original() {
        return new Original(admin.url(), issue.url(), requireNonNull(campaignId), caller());
    }

    /// What the options say together; a `ParameterException` when that is nothing.
    private <T> T understood(Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ReportOptions reported(@Nullable String command) {
        try {
            return new ReportOptions(jsonFile, htmlFile, command);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private Crowd crowd(long chosenSeed) {
        OpenFiles.requireRoomFor(connections);
        return new Crowd(users, asks, connections, chosenSeed, conduct.conduct());
    }

    private Target target() {
        return new Target(admin.url(), issue.url(), campaignId, dialect(), caller());
    }

    private Caller caller() {
        return CallerOfEnvironment.read(terminal.environment());
    }

    private Dialect dialect() {
        if (adapter == null) {
            if (withoutList) {
                throw new IllegalArgumentException(
                        "--without-list: given (expected: none, without --adapter)");
            }
            return protocol();
        }
        if (protocol != null) {
            throw new IllegalArgumentException(
                    "--protocol: " + protocol + " (expected: none, with --adapter)");
        }
        Adapter found = ShippedAdapters.find(adapter);
        return withoutList ? found.withoutList() : found;
    }

    private Protocol protocol() {
        return switch (protocol) {
            case null -> Protocol.JSON;
            case "json" -> Protocol.JSON;
            case "proto" -> Protocol.PROTO;
            case "grpc" -> Protocol.GRPC;
            case "rest" -> Protocol.REST;
            default ->
                    throw new IllegalArgumentException(
                            "--protocol: " + protocol + " (expected: json, proto, grpc or rest)");
        };
    }
}
