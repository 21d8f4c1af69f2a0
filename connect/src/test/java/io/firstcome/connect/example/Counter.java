package io.firstcome.connect.example;

import io.firstcome.connect.Responses;

/// Counts as fast as its caller listens.
final class Counter implements Runnable {
    private final int to;
    private final Responses<CountResponse> responses;
    private int number;

    Counter(int to, Responses<CountResponse> responses) {
        this.to = to;
        this.responses = responses;
    }

    @Override
    public void run() {
        while (number < to) {
            if (!responses.isReady()) {
                responses.whenReady(this);
                return;
            }
            number++;
            responses.send(CountResponse.newBuilder().setNumber(number).build());
        }
        responses.end();
    }
}
