package io.firstcome.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Who asks when: an order of users, shuffled by a seed.
final class AskOrder {
    /// One user in so many presses all their asks at once, so that the same person is in flight
    /// several times.
    private static final int IMPATIENT_EVERY = 8;

    private final int[] users;
    private final int early;

    private AskOrder(int[] users, int early) {
        this.users = users;
        this.early = early;
    }

    /// Before the opening everybody asks once, if they ask more than once; the rest comes after it.
    static AskOrder aroundOpening(Crowd crowd) {
        int early = crowd.asks() > 1 ? crowd.users() : 0;
        Random random = new Random(crowd.seed());
        IntStream first = early == 0 ? IntStream.empty() : rush(crowd.users(), 1, random);
        int later = early == 0 ? crowd.asks() : crowd.asks() - 1;
        IntStream rest = rush(crowd.users(), later, random);
        return new AskOrder(IntStream.concat(first, rest).toArray(), early);
    }

    /// The campaign is open already: everything at once.
    static AskOrder afterOpening(Crowd crowd) {
        Random random = new Random(crowd.seed());
        return new AskOrder(rush(crowd.users(), crowd.asks(), random).toArray(), 0);
    }

    /// Everybody asks so many times, in random order.
    private static IntStream rush(int users, int times, Random random) {
        List<int[]> presses = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            if (user % IMPATIENT_EVERY == 0) {
                presses.add(press(user, times));
            } else {
                presses.addAll(Collections.nCopies(times, press(user, 1)));
            }
        }
        Collections.shuffle(presses, random);
        return presses.stream().flatMapToInt(IntStream::of);
    }

    private static int[] press(int user, int times) {
        int[] press = new int[times];
        Arrays.fill(press, user);
        return press;
    }

    /// How many asks there are.
    int size() {
        return users.length;
    }

    /// How many of them, the first ones, come before the opening.
    int early() {
        return early;
    }

    /// The user of one ask.
    int user(int ask) {
        return users[ask];
    }
}
