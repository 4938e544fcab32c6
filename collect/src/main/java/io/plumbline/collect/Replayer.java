package io.plumbline.collect;

import io.plumbline.model.BadInput;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Answers from a recording; nothing is sent. */
final class Replayer implements Traffic {
    private final Recording recording;
    private final Queue<String> unmatched = new ConcurrentLinkedQueue<>();

    Replayer(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Optional<WireAnswer> replay(Call call, WireRequest request) {
        Optional<WireAnswer> answer =
                recording.answer(call.accountId(), request).map(RecordedAnswer::toWire);
        if (answer.isEmpty()) {
            String what = call.action() + " in " + call.accountId() + " " + call.region();
            unmatched.add(what);
            throw SdkClientException.create("the recording has no answer to " + what);
        }
        return answer;
    }

    @Override
    public void record(Call call, WireRequest request, WireAnswer answer) {
        // a replay is not recorded again
    }

    /**
     * To be asked at the end.
     *
     * @throws BadInput if there were requests that the recording cannot answer
     */
    void complain() {
        if (!unmatched.isEmpty()) {
            throw new BadInput("The recording has no answer to " + unmatched.size() + " requests, the first being "
                    + unmatched.peek()
                    + ". It was made for other rules, accounts or regions, or by another version: record again.");
        }
    }
}
