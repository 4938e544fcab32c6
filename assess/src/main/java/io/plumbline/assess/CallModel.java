package io.plumbline.assess;

import java.util.List;

/** What is known of AWS's APIs, to hold the calls of repairs against. */
@FunctionalInterface
public interface CallModel {
    /** One that knows nothing and so finds nothing wrong. */
    CallModel NONE = call -> List.of();

    /** What is wrong with a call, each as a sentence; empty if the API takes it. */
    List<String> problems(RepairCall call);
}
