package io.plumbline.collect;

import java.util.Optional;

/** What happens to requests and answers besides sending them: nothing, recording, or replaying. */
interface Traffic {
    /** The answer that a recording has; empty if the request is to be sent. */
    Optional<WireAnswer> replay(Call call, WireRequest request);

    void record(Call call, WireRequest request, WireAnswer answer);

    /** Requests go out, answers come in, nothing else. */
    static Traffic live() {
        return new Traffic() {
            @Override
            public Optional<WireAnswer> replay(Call call, WireRequest request) {
                return Optional.empty();
            }

            @Override
            public void record(Call call, WireRequest request, WireAnswer answer) {
                // nobody wants it
            }
        };
    }
}
