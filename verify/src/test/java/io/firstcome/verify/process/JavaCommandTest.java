package io.firstcome.verify.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class JavaCommandTest {
    @AfterEach
    void forgetFlags() {
        System.clearProperty(JavaCommand.FLAGS_PROPERTY);
    }

    @Test
    void sameJavaAndClassPathRunTheMainClass() {
        List<String> command = JavaCommand.of("a.Main");
        assertThat(command.getFirst()).startsWith(System.getProperty("java.home"));
        assertThat(command)
                .endsWith("-cp", System.getProperty("java.class.path"), "a.Main")
                .hasSize(4);
    }

    @Test
    void flagsOfTheLauncherAreHandedOn() {
        System.setProperty(JavaCommand.FLAGS_PROPERTY, " -Xmx256m  -XX:+UseG1GC ");
        assertThat(JavaCommand.of("a.Main")).containsSubsequence("-Xmx256m", "-XX:+UseG1GC", "-cp");
    }
}
