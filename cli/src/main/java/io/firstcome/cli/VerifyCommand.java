package io.firstcome.cli;

import io.firstcome.cli.client.AdminOption;
import io.firstcome.cli.client.IssueOption;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.concurrent.Callable;

/// `verify`.
@Command(
        description = {
            "Judges a server: holds a drop on it, then checks every promise against what was"
                    + " heard.",
            "A first coupon later than 5 ms after the start is a warning only: delays of the"
                    + " network and of this machine are in it.",
            "Exit code 0: no promise broken. 1: one is, or the server is not there.",
            ""
        },
        footer = {"", "Example:", "  ./firstcome verify --coupons 1000 --users 10000 --asks 3"})
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
            description = "How many coupons the new campaign has; 1000.")
    private int coupons = 1_000;

    @Option(names = "--users", paramLabel = "N", description = "How many people ask; 10000.")
    private int users = 10_000;

    @Option(names = "--asks", paramLabel = "N", description = "How often each asks; 3.")
    private int asks = 3;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "How many connections they share; 64.")
    private int connections = 64;

    @Option(
            names = "--lead",
            paramLabel = "SECONDS",
            description = "How long before its opening the new campaign is made; 5.")
    private int leadSeconds = (int) VerifyOptions.DEFAULT_LEAD.toSeconds();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Names the people and shuffles them; a new one each time when left out.")
    private @Nullable Long seed;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return Verify.run(options(), terminal.out()).exitCode();
    }

    private VerifyOptions options() {
        long chosenSeed = seed == null ? terminal.clock().millis() : seed;
        try {
            return new VerifyOptions(
                    new Target(admin.url(), issue.url(), campaignId),
                    new Crowd(users, asks, connections, chosenSeed),
                    coupons,
                    Duration.ofSeconds(leadSeconds),
                    VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
