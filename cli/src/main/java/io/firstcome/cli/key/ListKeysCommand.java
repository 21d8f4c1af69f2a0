package io.firstcome.cli.key;

import com.google.protobuf.util.Timestamps;

import io.firstcome.cli.Terminal;
import io.firstcome.cli.text.Columns;
import io.firstcome.cli.text.Printable;
import io.firstcome.cli.text.TimeText;
import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.List;

/// `key list`.
@Command(
        description = {"Lists all keys that were made; the secrets are kept nowhere.", ""},
        footer = {"", "Example:", "  ./firstcome key list"})
final class ListKeysCommand extends KeyCommand {
    ListKeysCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "ROLE", "CREATED", "REVOKED", "NAME"));
        use(ApiKeys::list).forEach(key -> rows.add(row(key)));
        terminal.out().println(new Columns().lines(rows));
    }

    private List<String> row(ApiKey key) {
        return List.of(
                key.id(),
                key.role().shown(),
                time(key.createdAtMicros()),
                time(key.revokedAtMicros()),
                Printable.line(key.name()));
    }

    private String time(@Nullable Long micros) {
        return micros == null
                ? "-"
                : TimeText.show(Timestamps.fromMicros(micros), terminal.clock());
    }
}
