package io.firstcome.cli.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.core.issue.Issuance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The coupons of a campaign that are not in a piece yet.
final class WaitingPiece {
    private final long campaignNumber;
    private final Checksum sum = new Checksum();
    private final List<Issuance> waiting = new ArrayList<>();

    WaitingPiece(long campaignNumber) {
        this.campaignNumber = campaignNumber;
    }

    void add(Issuance issuance) {
        sum.add(issuance);
        waiting.add(issuance);
    }

    int size() {
        return waiting.size();
    }

    /// Makes a piece of them, so that none waits any more.
    void writeDurably(ExportDirectory directory) throws IOException {
        if (!waiting.isEmpty()) {
            directory.writePiece(
                    campaignNumber,
                    waiting.getFirst().ordinal(),
                    out -> {
                        for (Issuance issuance : waiting) {
                            out.write(CouponLine.of(issuance).getBytes(UTF_8));
                        }
                    });
            waiting.clear();
        }
    }

    /// Of all coupons of the campaign. Nothing can be added after it.
    String hex() {
        return sum.hex();
    }
}
