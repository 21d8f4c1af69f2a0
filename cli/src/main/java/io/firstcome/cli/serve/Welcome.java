package io.firstcome.cli.serve;

import io.firstcome.cli.Terminal;
import io.firstcome.cli.text.Columns;
import io.firstcome.cli.text.Language;
import io.firstcome.server.config.Role;
import io.firstcome.server.config.ServerConfig;

import java.util.ArrayList;
import java.util.List;

/// What `serve` says when it is ready, and when it stops.
final class Welcome {
    private Welcome() {}

    /// Where the server is, and what to do next, where it serves all that it takes.
    ///
    /// @param drop the id of a campaign that does not exist yet
    static String text(Address address, ServerConfig config, String drop, Terminal terminal) {
        Language language = terminal.language();
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "",
                                terminal.bold(
                                        language.choose(
                                                "Firstcome is ready.", "Firstcome이 준비되었습니다.")),
                                "",
                                places(address, config, language),
                                ""));
        if (config.role() == Role.ALL) {
            lines.addAll(
                    List.of(
                            language.choose("Next, in another terminal:", "다른 터미널에서 이어서 해 보세요:"),
                            "",
                            keyCommand(config) + commands(address, drop, language),
                            ""));
        }
        lines.add(terminal.dim(language.choose("Stop with Ctrl-C.", "Ctrl-C로 멈춥니다.")));
        return String.join("\n", lines);
    }

    private static String places(Address address, ServerConfig config, Language language) {
        List<List<String>> places = new ArrayList<>();
        places.add(List.of(language.choose("  admin", "  관리"), address.admin().toString()));
        if (config.role().servesIssue()) {
            places.add(List.of(language.choose("  issue", "  발급"), address.issue().toString()));
        }
        if (config.role() != Role.ALL) {
            places.add(List.of(language.choose("  role", "  역할"), config.role().shown()));
        }
        places.add(List.of(language.choose("  data", "  데이터"), config.ledger()));
        return new Columns().lines(places);
    }

    /// Where keys are demanded, makes one for the commands that follow.
    private static String keyCommand(ServerConfig config) {
        String ledger = (config.database() == null ? "--data-dir " : "--ledger ") + config.ledger();
        return config.needsKeys()
                ? "  export FIRSTCOME_KEY=$(./firstcome key create --role admin " + ledger + ")\n"
                : "";
    }

    private static String commands(Address address, String drop, Language language) {
        String name = language.choose("\"First drop\"", "\"첫 쿠폰\"");
        return "  ./firstcome campaign create "
                + name
                + " --id "
                + drop
                + " --coupons 100 --start now"
                + address.adminFlag()
                + "\n  ./firstcome issue "
                + drop
                + " kim"
                + address.issueFlag()
                + "\n  ./firstcome verify --coupons 1000 --users 10000 --asks 3"
                + address.adminFlag()
                + address.issueFlag();
    }

    static String stopping(Language language) {
        return language.choose(
                "\nStopping: answering what was admitted.", "\n멈추는 중: 받은 요청을 마저 처리합니다.");
    }

    static String stopped(Language language) {
        return language.choose("Stopped.", "멈췄습니다.");
    }
}
