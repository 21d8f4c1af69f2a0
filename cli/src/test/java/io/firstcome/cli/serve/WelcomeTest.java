package io.firstcome.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Terminal;
import io.firstcome.server.config.Role;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;

class WelcomeTest {
    private static final InetAddress LOCAL = InetAddress.ofLiteral("127.0.0.1");
    private static final ServerConfig DATA =
            new ServerConfig(
                    Path.of("/var/lib/firstcome"),
                    Listen.DEFAULT,
                    Timeouts.DEFAULT,
                    ServerLimits.DEFAULT,
                    null);
    private static final DatabaseAddress DATABASE =
            new DatabaseAddress("jdbc:postgresql://db/shop?user=kim", null, "s3cret", 8);

    @Test
    void itSaysWhereTheServerIsAndWhatToDoNext() {
        assertThat(
                        Welcome.text(
                                new Address(LOCAL, 8081, 8082, false),
                                DATA,
                                "drop-1",
                                terminal("C")))
                .isEqualTo(
                        """

                        Firstcome is ready.

                          admin  http://127.0.0.1:8081
                          issue  http://127.0.0.1:8082
                          data   /var/lib/firstcome

                        Next, in another terminal:

                          ./firstcome campaign create "First drop" --id drop-1 --coupons 100 --start now
                          ./firstcome issue drop-1 kim
                          ./firstcome verify --coupons 1000 --users 10000 --asks 3

                        Stop with Ctrl-C.\
                        """);
    }

    private static ServerConfig sharing(Role role) {
        return new ServerConfig(
                DATA.dataDir(),
                DATA.listen(),
                DATA.timeouts(),
                DATA.limits(),
                null,
                DATABASE,
                role,
                Protection.NONE);
    }

    @Test
    void aNodeSaysWhichDatabaseItSharesAndNoSecret() {
        Address address = new Address(LOCAL, 8081, 8082, false);
        assertThat(Welcome.text(address, sharing(Role.ALL), "drop-1", terminal("C")))
                .contains("  data   jdbc:postgresql://db/shop\n")
                .contains("./firstcome issue")
                .doesNotContain("kim?", "s3cret", "role");
    }

    @Test
    void aServerThatDemandsKeysSaysHowToMakeOne() {
        InetAddress all = InetAddress.ofLiteral("0.0.0.0");
        ServerConfig config =
                new ServerConfig(
                        DATA.dataDir(),
                        new Listen(all, 8081, 8082),
                        DATA.timeouts(),
                        DATA.limits(),
                        null);
        assertThat(
                        Welcome.text(
                                new Address(all, 8081, 8082, true),
                                config,
                                "drop-1",
                                terminal("C")))
                .contains("  admin  https://127.0.0.1:8081\n")
                .contains(
                        "  export FIRSTCOME_KEY=$(./firstcome key create --role admin"
                                + " --data-dir /var/lib/firstcome)\n  ./firstcome campaign create")
                .contains("--admin https://127.0.0.1:8081")
                .contains("verify --coupons 1000 --users 10000 --asks 3 --admin https://");
    }

    @Test
    void aNodeWithARoleSaysIt() {
        assertThat(
                        Welcome.text(
                                new Address(LOCAL, 8081, 0, false),
                                sharing(Role.ADMIN),
                                "drop-1",
                                terminal("C")))
                .isEqualTo(
                        """

                        Firstcome is ready.

                          admin  http://127.0.0.1:8081
                          role   admin
                          data   jdbc:postgresql://db/shop

                        Stop with Ctrl-C.\
                        """);
        assertThat(
                        Welcome.text(
                                new Address(LOCAL, 8081, 8082, false),
                                sharing(Role.ISSUE),
                                "drop-1",
                                terminal("C")))
                .contains("  issue  http://127.0.0.1:8082\n  role   issue\n")
                .doesNotContain("./firstcome");
    }

    @Test
    void itSpeaksKorean() {
        assertThat(
                        Welcome.text(
                                new Address(LOCAL, 8081, 8082, false),
                                DATA,
                                "drop-1",
                                terminal("ko_KR")))
                .contains("Firstcome이 준비되었습니다.", "  관리    http://127.0.0.1:8081\n")
                .contains("campaign create \"첫 쿠폰\" --id drop-1");
    }

    @Test
    void theCommandsReachAServerOnOtherPorts() {
        Address address = new Address(InetAddress.ofLiteral("::1"), 9081, 9082, false);

        assertThat(Welcome.text(address, DATA, "drop-1", terminal("C")))
                .contains("--start now --admin http://[0:0:0:0:0:0:0:1]:9081\n")
                .contains("issue drop-1 kim --issue http://[0:0:0:0:0:0:0:1]:9082\n")
                .contains(
                        "--asks 3 --admin http://[0:0:0:0:0:0:0:1]:9081"
                                + " --issue http://[0:0:0:0:0:0:0:1]:9082\n");
    }

    private static Terminal terminal(String locale) {
        return new Terminal(System.out, System.err, Map.of("LANG", locale), () -> Cli.CLOCK, false);
    }
}
