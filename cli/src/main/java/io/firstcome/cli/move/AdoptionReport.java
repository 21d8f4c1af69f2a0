package io.firstcome.cli.move;

import io.firstcome.cli.move.tables.Adoption;
import io.firstcome.cli.move.tables.Adoption.Miscount;
import io.firstcome.cli.move.tables.Adoption.Raised;
import io.firstcome.cli.move.tables.Fault;

import java.nio.file.Path;
import java.util.List;

/// Tells what of tables is not in a ledger as it was there.
record AdoptionReport(FilesCommand command, ExportDirectory directory) {
    private static final int SHOWN_MAX = 5;

    void tell(Adoption adoption) {
        tellLeftOut(adoption);
        adoption.raised().stream().limit(SHOWN_MAX).forEach(this::tellRaised);
        tellMore(adoption.raised().size());
        adoption.miscounts().stream().limit(SHOWN_MAX).forEach(this::tellMiscount);
        tellMore(adoption.miscounts().size());
        adoption.kept().forEach(this::tellKept);
    }

    private void tellLeftOut(Adoption adoption) {
        if (!adoption.leftOut().isEmpty()) {
            command.tell(
                    "Left out: %d of a user with an earlier one, %d of no campaign; see %s.",
                    "제외: 이미 받은 사용자의 것 %d개, 캠페인이 없는 것 %d개. %s에 남겼습니다.",
                    adoption.leftOut().getOrDefault(Fault.REPEATED, 0L),
                    adoption.leftOut().getOrDefault(Fault.ORPHAN, 0L),
                    file(AdoptedFiles.LEFT_OUT));
        }
    }

    private Path file(String name) {
        return directory.path().resolve(name);
    }

    private void tellRaised(Raised raised) {
        command.tell(
                "%s: its quantity is now %d, as many as were issued; it was %d.",
                "%s: 수량을 발급된 만큼인 %d개로 늘렸습니다(원래 %d개).", raised.id(), raised.to(), raised.from());
    }

    private void tellMiscount(Miscount miscount) {
        command.tell(
                "%s: its own count says %d, and there are %d rows; was all of it written?",
                "%s: 집계된 발급 수는 %d개인데 행은 %d개입니다. 모두 기록된 것이 맞습니까?",
                miscount.id(),
                miscount.counted(),
                miscount.rows());
    }

    private void tellMore(int count) {
        if (count > SHOWN_MAX) {
            command.tell("and %d more", "그 밖에 %d개", count - SHOWN_MAX);
        }
    }

    private void tellKept(String table, List<String> columns) {
        command.tell(
                "A ledger has no place for %s of %s; all its rows are in %s.",
                "원장에는 %s(%s의 열)을 둘 곳이 없어, 모든 행을 %s에 남겼습니다.",
                String.join(", ", columns),
                table,
                file(AdoptedFiles.kept(table)));
    }
}
