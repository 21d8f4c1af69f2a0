package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/// Files that are not as they were written, and whose they are.
final class DamagedExportTest extends MovingTest {
    @Test
    void aDamagedPieceIsNamedBeforeAnythingIsWritten() throws Exception {
        export(use(sqlite("a")), files("files"));
        Path piece = files("files").path().resolve(ExportDirectory.piece(1, 3 * PIECE + 1));
        byte[] good = Files.readAllBytes(piece);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 4;
        Files.write(piece, bad);
        assertThatThrownBy(() -> bring(files("files"), sqlite("b")))
                .isInstanceOf(MoveException.class)
                .hasMessageStartingWith(piece + ": damaged, ");
        Files.write(piece, Arrays.copyOf(good, good.length - 9));
        assertThatThrownBy(() -> bring(files("files"), sqlite("b")))
                .hasMessageStartingWith(piece + ": damaged, ");
        Files.delete(piece);
        assertThatThrownBy(() -> bring(files("files"), sqlite("b")))
                .hasMessageContaining("campaign many has 3000 coupons")
                .hasMessageContaining("coupons-00000001-0000003001.tsv.gz should begin");
        assertThat(directory.resolve("b")).doesNotExist();
        export(sqlite("a"), files("files"));
        bring(files("files"), sqlite("b"));
    }

    @Test
    void aPieceOfOtherCouponsIsFoundByItsChecksum() throws Exception {
        Manifest manifest = export(use(sqlite("a")), files("files"));
        Campaign few = manifest.entries().get(1).campaign();
        files("files")
                .writePiece(
                        few.number(),
                        1,
                        out -> {
                            for (int i = 1; i <= 3; i++) {
                                Issuance other = new Issuance(i, new UserId("x"), 5);
                                out.write(CouponLine.of(other).getBytes(UTF_8));
                            }
                        });
        assertThatThrownBy(() -> bring(files("files"), sqlite("b")))
                .isInstanceOf(MoveException.class)
                .hasMessageContaining("the coupons of campaign few have the checksum");
        assertThatThrownBy(() -> export(sqlite("a"), files("files")))
                .hasMessageContaining("the export of another ledger");
    }

    @Test
    void aDirectoryOfAnotherLedgerOrOfNoneIsRefused() throws Exception {
        export(use(sqlite("a")), files("files"));
        List<String> before = names(files("files"));
        use(sqlite("b"));
        assertThatThrownBy(() -> export(sqlite("b"), files("files")))
                .isInstanceOf(MoveException.class)
                .hasMessageContaining("files: the export of another ledger (expected: ");
        assertThat(names(files("files"))).isEqualTo(before);
        assertThatThrownBy(() -> export(sqlite("b"), files("a")))
                .hasMessageContaining("a: not an export (expected: ");
    }

    @Test
    void theManifestIsReadAsItWasWritten() throws Exception {
        Manifest manifest = export(use(sqlite("a")), files("files"));
        assertThat(Manifest.parse(manifest.text())).isEqualTo(manifest);
        assertThat(manifest.keys()).hasSize(2);
        Path file = files("files").path().resolve("manifest");
        Files.writeString(file, manifest.text().replace("later", "Later"));
        assertThatThrownBy(() -> files("files").manifest())
                .isInstanceOf(MoveException.class)
                .hasMessageStartingWith(file + ": sha256: not that of the lines before it");
        Files.writeString(file, manifest.text().replace("export\t1", "export\t2"));
        assertThatThrownBy(() -> files("files").manifest())
                .hasMessageStartingWith(file + ": format: firstcome-export\t2 (expected: ");
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws Exception {
        export(use(sqlite("a")), files("files"));
        assertThat(permissions(files("files").path())).isEqualTo("rwx------");
        for (String name : names(files("files"))) {
            assertThat(permissions(files("files").path().resolve(name))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
