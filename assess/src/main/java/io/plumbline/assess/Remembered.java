package io.plumbline.assess;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Results by what they were worked out of, for several threads. When there are too many it forgets all, so it never grows past a bound. */
final class Remembered<K, V> {
    private static final int MOST = 20_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> work;

    Remembered(Function<K, V> work) {
        this.work = work;
    }

    V of(K key) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(key, work);
    }
}
