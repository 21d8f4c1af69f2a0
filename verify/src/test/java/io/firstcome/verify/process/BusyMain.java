package io.firstcome.verify.process;

import java.time.Duration;

/// A process that uses a little CPU and then waits to be ended, at most a minute.
final class BusyMain {
    private BusyMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(50).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        System.out.println("busy");
        Thread.sleep(Duration.ofMinutes(1));
    }
}
