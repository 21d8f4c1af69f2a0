package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;
import io.firstcome.server.Node;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// As Linux tells it in `/proc`; on other systems no thread has a place.
class PlacementTest {
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final String OTHER = "0";
    private static final String BATCH = "3";

    /// Of `stat`, counted behind the thread's name (proc_pid_stat(5)).
    private static final int POLICY = 38;

    @Test
    void anEventLoopHasAProcessorOfItsOwnAndWaitsForIt() throws Exception {
        String all = onNewThread(() -> place(THIS_THREAD)).processors();
        Place first = onNewThread(() -> placed(0));
        Place last = onNewThread(() -> placed(processorsSeen() - 1));
        if (isAllOfTheMachine()) {
            assertThat(first).isEqualTo(new Place(firstOf(all), BATCH));
            assertThat(last).isEqualTo(new Place(lastOf(all), BATCH));
        } else {
            assertThat(List.of(first, last)).containsOnly(new Place(all, OTHER));
        }
    }

    private static String firstOf(String processors) {
        return processors.replaceAll("[-,].*", "");
    }

    private static String lastOf(String processors) {
        return processors.replaceAll(".*[-,]", "");
    }

    @Test
    void whatAnEventLoopStartsLeavesItsPlace() throws Exception {
        Place unplaced = onNewThread(() -> place(THIS_THREAD));
        Place left =
                onNewThread(() -> {
                    Placement.takeEventLoop(0);
                    return onNewThread(() -> {
                        Placement.leave();
                        return place(THIS_THREAD);
                    });
                });
        assertThat(left).isEqualTo(unplaced);
    }

    @Test
    void aPoolsThreadsRunAnywhereWhoeverStartsThem() throws Exception {
        Place unplaced = onNewThread(() -> place(THIS_THREAD));
        try (ExecutorService pool = Node.pool("test-", 1, 1)) {
            Place inPool =
                    onNewThread(() -> {
                        Placement.takeEventLoop(0);
                        return pool.submit(() -> place(THIS_THREAD)).get();
                    });
            assertThat(inPool).isEqualTo(unplaced);
        }
    }

    @Test
    void threadsThatServeUsersHavePlacesWhileTheyAreUnderPressure() throws Exception {
        try (ConnectServer server = server();
                PressureWatch watch = new PressureWatch(server, Thread.currentThread())) {
            long before = inPlace();
            settle(watch, Pressure.SECONDS_UNTIL_LASTING - 1, 1);
            awaitLoops(server);
            assertThat(inPlace()).isEqualTo(before);
            settle(watch, 1, 1);
            awaitLoops(server);
            assertThat(inPlace()).isEqualTo(before + (isAllOfTheMachine() ? processorsSeen() : 0));
            settle(watch, Pressure.SECONDS_REMEMBERED, 0);
            awaitLoops(server);
            assertThat(inPlace()).isEqualTo(before);
        }
    }

    private static void settle(PressureWatch watch, int seconds, double share) {
        for (int second = 0; second < seconds; second++) {
            watch.settle(share);
        }
    }

    private static ConnectServer server() throws IOException {
        return ConnectServer.builder(Router.builder().build())
                .eventLoops(processorsSeen())
                .listen("127.0.0.1", 0);
    }

    private static void awaitLoops(ConnectServer server) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(processorsSeen());
        server.onEachEventLoop(_ -> done.countDown());
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private record Place(String processors, String policy) {}

    private static Place placed(int number) throws IOException {
        Placement.takeEventLoop(number);
        return place(THIS_THREAD);
    }

    private static Place place(Path thread) throws IOException {
        if (!isLinux()) {
            return new Place("all", OTHER);
        }
        String stat = Files.readString(thread.resolve("stat"));
        String policy = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[POLICY];
        return new Place(processors(thread), policy);
    }

    private static String processors(Path thread) throws IOException {
        try (Stream<String> lines = Files.lines(thread.resolve("status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// How many threads of this process are in the place of an event loop.
    private static long inPlace() throws IOException {
        if (!isLinux()) {
            return 0;
        }
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(PlacementTest::isInPlace).count();
        }
    }

    private static boolean isInPlace(Path thread) {
        try {
            return place(thread).policy().equals(BATCH);
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isLinux() {
        return Files.exists(THIS_THREAD);
    }

    private static int processorsSeen() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static boolean isAllOfTheMachine() {
        return isLinux() && new Scheduler().processors().cardinality() == processorsSeen();
    }

    private static <T> T onNewThread(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread.ofPlatform().start(future);
        return future.get();
    }
}
