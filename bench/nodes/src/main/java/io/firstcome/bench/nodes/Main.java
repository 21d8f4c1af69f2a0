package io.firstcome.bench.nodes;

import io.firstcome.bench.nodes.Nodes.Plan;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;
import io.firstcome.databases.PostgresServer;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `bench/nodes/run`.
@Command(
        name = "bench/nodes/run",
        description =
                "What issuing on a shared database costs, with all processes on this machine"
                        + " counted: the database, which is started for it, one and more nodes, the"
                        + " load.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    private static final double SHARE_OF_PACE = 0.8;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @ArgGroup private DatabaseChoice choice = new DatabaseChoice();

    private static final class DatabaseChoice {
        @Option(names = "--mariadb", description = "On MariaDB in place of PostgreSQL.")
        private boolean isMariaDb;

        @Option(
                names = "--mariadb-with-binary-log",
                description =
                        "On MariaDB with a binary log that each commit syncs, as replicas need it"
                                + " and as is MySQL's default.")
        private boolean isMariaDbWithBinaryLog;

        private DatabaseServer start() {
            if (isMariaDbWithBinaryLog) {
                return MariaDbServer.startWithSyncedBinaryLog();
            }
            return isMariaDb ? MariaDbServer.start() : PostgresServer.startDurable();
        }
    }

    @Option(
            names = "--connections",
            split = ",",
            description =
                    "How many are open, each with one request in flight; the first for all that is"
                            + " measured, the others for durable issues alone (${DEFAULT-VALUE}).")
    private List<Integer> connections = List.of(1024, 256);

    @Option(names = "--rounds", description = "The median of so many counts (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "How long each is (${DEFAULT-VALUE}).")
    private int seconds = 3;

    @Option(
            names = "--coupons",
            description =
                    "Measure a campaign that has so many coupons as well; 0 for not"
                            + " (${DEFAULT-VALUE}).")
    private int coupons = 10_000_000;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, SQLException {
        try (DatabaseServer database = choice.start()) {
            out.println(Window.HEAD);
            Duration length = Duration.ofSeconds(seconds);
            List<Window> naive = new OneByOne(database).measure(rounds, length, WARM_UP);
            show("one by one, no HTTP", naive);
            for (int count : new int[] {1, 2, 4}) {
                // Each node has to be compiled, and all of them share the processors.
                Duration warmUp = WARM_UP.multipliedBy(2L * count);
                Plan plan = new Plan(connections.getFirst(), rounds, length, warmUp, 0);
                measure(database, count, plan, naive);
            }
        }
        return 0;
    }

    private void measure(DatabaseServer database, int count, Plan plan, List<Window> naive)
            throws InterruptedException, SQLException {
        try (Nodes nodes = Nodes.sharing(database, launcher(), count)) {
            String campaign = nodes.campaign(1_000_000_000);
            List<Window> full = nodes.measure(campaign, true, plan);
            show(count + (count == 1 ? " node" : " nodes"), full);
            double rate = Window.median(full, Window::perSecond);
            out.printf(
                    Locale.ROOT,
                    "%-22s %10.1f%n",
                    "  of one by one",
                    rate / Window.median(naive, Window::perSecond));
            Plan warm = plan.warmed(WARM_UP);
            show("  at 80 %", nodes.measure(campaign, true, warm.at(rate * SHARE_OF_PACE)));
            for (int fewer : connections.subList(1, connections.size())) {
                show(
                        "  over " + fewer + " connections",
                        nodes.measure(campaign, true, warm.over(fewer)));
            }
            if (count == 1) {
                grow(database, nodes, campaign, warm);
                compareRefusals(database, nodes, plan);
            }
        }
    }

    private void grow(DatabaseServer database, Nodes nodes, String campaign, Plan plan)
            throws InterruptedException, SQLException {
        if (coupons > 0) {
            Filling.fill(database, campaign, coupons);
            show(
                    String.format(Locale.ROOT, "  with %,d", coupons),
                    nodes.measure(campaign, true, plan));
        }
    }

    private void compareRefusals(DatabaseServer database, Nodes nodes, Plan plan)
            throws InterruptedException {
        show("  refusals", nodes.measure(nodes.soldOut(), false, plan));
        try (Nodes embedded = Nodes.embedded(database, launcher())) {
            show("  refusals, embedded", embedded.measure(embedded.soldOut(), false, plan));
        }
    }

    private void show(String name, List<Window> windows) {
        out.println(Window.line(name, windows));
    }

    private static List<String> launcher() {
        return List.of(
                Objects.requireNonNull(
                        System.getProperty("firstcome.launcher"), "firstcome.launcher"));
    }
}
