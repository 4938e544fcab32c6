package io.plumbline.notify;

import java.util.List;
import java.util.Map;

/** A real server on loopback that stands for a system that takes notifications. */
interface Stand extends AutoCloseable {
    /** What no trouble and no text of ours may ever show. */
    String SECRET = "s3cr3t-of-the-channel";

    /** What a channel is told to reach it. */
    Map<String, String> settings();

    /** What a channel is told in confidence. */
    Map<String, String> secrets();

    /** All that came, as texts. */
    List<String> seen();

    /** From now on it takes nothing. */
    void refuse();

    /** Wires that trust it. */
    Wires wires();

    @Override
    void close();
}
