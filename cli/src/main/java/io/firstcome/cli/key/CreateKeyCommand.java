package io.firstcome.cli.key;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;
import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiRole;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.security.SecureRandom;

/// `key create`.
@Command(
        description = {"Makes a key and prints it, once: nobody can show it again.", ""},
        footer = {
            "",
            "Example:",
            "  ./firstcome key create --role issuer --name \"shop backend\"",
            "  FIRSTCOME_KEY=firstcome_... ./firstcome issue first kim --issue http://10.0.0.7:8082"
        })
final class CreateKeyCommand extends KeyCommand {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = {
                "What it opens. issuer: issuing coupons and reading those of a user.",
                "admin: that, and all that operators do."
            })
    private ApiRole role = ApiRole.ISSUER;

    @Option(names = "--name", paramLabel = "TEXT", description = "What it is for.")
    private String name = "";

    CreateKeyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run() {
        ApiKeySecret secret = ApiKeySecret.make(new SecureRandom());
        ApiKey key = key(secret);
        use(keys -> {
            keys.add(key);
            return key;
        });
        terminal.out().println(secret.text());
        terminal.err()
                .println(
                        terminal.language()
                                .choose(
                                        "Key %s, %s. Keep it: it is not shown again.",
                                        "키 %s, %s. 다시 표시되지 않으니 보관해 두세요.")
                                .formatted(key.id(), role.shown()));
    }

    private ApiKey key(ApiKeySecret secret) {
        try {
            return new ApiKey(secret.hash(), role, name, nowMicros(), null);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--" + e.getMessage(), e);
        }
    }
}
