package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    private Path home;

    @Test
    void a_second_scan_of_one_home_is_told_of_the_first() {
        try (HomeLock first = HomeLock.take(home)) {
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("--home");
            HomeLock.take(home.resolve("another")).close();
        }
        HomeLock.take(home).close();
    }
}
