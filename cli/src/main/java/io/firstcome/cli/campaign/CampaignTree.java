package io.firstcome.cli.campaign;

import com.google.protobuf.Timestamp;

import io.firstcome.cli.CommandNames;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.text.TimeText;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.concurrent.Callable;

/// `campaign` without a command, and which commands it has.
@Command(
        synopsisSubcommandLabel = "COMMAND",
        description = {"Makes campaigns, looks at them and changes them.", ""},
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  ./firstcome campaign create \"First drop\" --coupons 100 --start +10s"
        })
public final class CampaignTree implements Callable<Integer> {
    private static final List<String> NAMES =
            List.of(
                    "create", "get", "list", "update", "pause", "resume", "end", "delete",
                    "coupons");

    @Spec private CommandSpec spec = CommandSpec.create();

    private CampaignTree() {}

    /// `campaign` with those of its commands that `args` name.
    public static CommandLine line(String[] args, Terminal terminal) {
        CommandLine line = new CommandLine(new CampaignTree());
        for (String name : CommandNames.among(NAMES, args, 1)) {
            line.addSubcommand(name, command(name, terminal));
        }
        return line.registerConverter(CouponLimit.class, readable(CouponLimit::parse))
                .registerConverter(
                        EndTime.class, readable(text -> EndTime.parse(text, terminal.clock())))
                .registerConverter(
                        Timestamp.class, readable(text -> TimeText.parse(text, terminal.clock())));
    }

    private static CampaignCommand command(String name, Terminal terminal) {
        return switch (name) {
            case "create" -> new CreateCommand(terminal);
            case "get" -> new GetCommand(terminal);
            case "list" -> new ListCommand(terminal);
            case "update" -> new UpdateCommand(terminal);
            case "pause" -> new ChangeCommand(terminal, Change.PAUSE);
            case "resume" -> new ChangeCommand(terminal, Change.RESUME);
            case "end" -> new ChangeCommand(terminal, Change.END);
            case "delete" -> new ChangeCommand(terminal, Change.DELETE);
            case "coupons" -> new CouponsCommand(terminal);
            default -> throw new IllegalArgumentException("name: " + name);
        };
    }

    /// Shows the message of what `converter` does not take.
    private static <T> ITypeConverter<T> readable(ITypeConverter<T> converter) {
        return text -> {
            try {
                return converter.convert(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
