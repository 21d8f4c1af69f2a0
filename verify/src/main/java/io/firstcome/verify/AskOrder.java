package io.firstcome.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// In which order people ask: their numbers, shuffled by a seed.
final class AskOrder {
    /// One user in so many presses all their asks at once, so that the same person is in flight
    /// several times.
    private static final int IMPATIENT_EVERY = 8;

    private AskOrder() {}

    /// First everybody once, if they ask more than once, then the rest.
    static int[] aroundOpening(Crowd crowd) {
        if (crowd.asks() == 1) {
            return afterOpening(crowd);
        }
        Random random = new Random(crowd.seed());
        IntStream first = rush(crowd.users(), 1, random);
        IntStream rest = rush(crowd.users(), crowd.asks() - 1, random);
        return IntStream.concat(first, rest).toArray();
    }

    /// Everybody in the same order again and again, so that each asks evenly.
    static int[] inTurns(Crowd crowd) {
        List<Integer> turn = new ArrayList<>(IntStream.range(0, crowd.users()).boxed().toList());
        Collections.shuffle(turn, new Random(crowd.seed()));
        return Collections.nCopies(crowd.asks(), turn).stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Everything at once.
    static int[] afterOpening(Crowd crowd) {
        return rush(crowd.users(), crowd.asks(), new Random(crowd.seed())).toArray();
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
}
