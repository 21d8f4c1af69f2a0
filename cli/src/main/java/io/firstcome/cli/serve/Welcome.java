package io.firstcome.cli.serve;

import io.firstcome.cli.Terminal;
import io.firstcome.cli.text.Columns;
import io.firstcome.cli.text.Language;

import java.util.List;

/// What `serve` says when it is ready, and when it stops.
final class Welcome {
    private Welcome() {}

    /// Where the server is, and what to do next.
    ///
    /// @param ledger where campaigns and coupons are kept
    /// @param drop the id of a campaign that does not exist yet
    static String text(Address address, String ledger, String drop, Terminal terminal) {
        Language language = terminal.language();
        return String.join(
                "\n",
                "",
                terminal.bold(language.choose("Firstcome is ready.", "Firstcome이 준비되었습니다.")),
                "",
                places(address, ledger, language),
                "",
                language.choose("Next, in another terminal:", "다른 터미널에서 이어서 해 보세요:"),
                "",
                commands(address, drop, language),
                "",
                terminal.dim(language.choose("Stop with Ctrl-C.", "Ctrl-C로 멈춥니다.")));
    }

    private static String places(Address address, String ledger, Language language) {
        return new Columns()
                .lines(
                        List.of(
                                List.of(
                                        language.choose("  admin", "  관리"),
                                        address.admin().toString()),
                                List.of(
                                        language.choose("  issue", "  발급"),
                                        address.issue().toString()),
                                List.of(language.choose("  data", "  데이터"), ledger)));
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
