package io.plumbline.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The one door to AWS. Every request of every client, paginator and retry passes here: it waits for its budget, is counted, is recorded
 * or answered from a recording.
 */
final class MeteredHttpClient implements SdkHttpClient {
    /** Requests under way at once; more would only queue in front of AWS. */
    private static final int UNDER_WAY = 128;

    private final SdkHttpClient wire;
    private final Budgets budgets;
    private final Traffic traffic;
    private final Semaphore underWay = new Semaphore(UNDER_WAY);

    MeteredHttpClient(SdkHttpClient wire, Budgets budgets, Traffic traffic) {
        this.wire = wire;
        this.budgets = budgets;
        this.traffic = traffic;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Metered(request, Call.current());
    }

    @Override
    public void close() {
        wire.close();
    }

    private final class Metered implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;
        private final Call call;
        private Optional<ExecutableHttpRequest> sent = Optional.empty();

        private Metered(HttpExecuteRequest request, Call call) {
            this.request = request;
            this.call = call;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            WireRequest wireRequest = WireRequest.of(request);
            String asked = wireRequest.asked();
            refuseEndless(asked);
            Optional<WireAnswer> replayed = traffic.replay(call, wireRequest);
            WireAnswer answer = replayed.isPresent() ? count(replayed.get()) : send(wireRequest);
            Optional<String> foreign = answer.foreign(wireRequest.method());
            if (foreign.isPresent()) {
                throw new IOException(foreign.get());
            }
            if (answer.status() < 300) {
                call.meter().answered(asked);
            }
            return answer.toResponse();
        }

        private WireAnswer count(WireAnswer answer) {
            call.meter().sent(0, false);
            return answer;
        }

        private void refuseEndless(String asked) {
            if (call.meter().answeredBefore(asked) && !call.operation().startsWith("Generate")) {
                throw SdkClientException.create("AWS's page token leads back to a page that was read before");
            }
            if (call.meter().tooMany()) {
                throw SdkClientException.create("after " + CallMeter.MOST_PAGES + " pages AWS still has a next one");
            }
        }

        private WireAnswer send(WireRequest wireRequest) throws IOException {
            Budget budget = budgets.of(call, wireRequest);
            takeTurn(budget);
            long start = System.nanoTime();
            boolean throttled = false;
            try {
                ExecutableHttpRequest prepared = wire.prepareRequest(request);
                sent = Optional.of(prepared);
                WireAnswer answer = read(prepared.call());
                throttled = Throttling.is(answer.status(), answer.body());
                if (throttled) {
                    budget.throttled(System.nanoTime());
                } else if (answer.status() < 400) {
                    budget.succeeded(System.nanoTime());
                }
                traffic.record(call, wireRequest, answer);
                return answer;
            } catch (IOException e) {
                traffic.record(call, wireRequest, WireAnswer.silence(e));
                throw e;
            } finally {
                underWay.release();
                call.meter().sent(System.nanoTime() - start, throttled);
            }
        }

        private void takeTurn(Budget budget) throws IOException {
            try {
                budget.acquire();
                underWay.acquire();
                try {
                    budgets.acquireOverall();
                } catch (InterruptedException e) {
                    underWay.release();
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting to ask", e);
            }
        }

        private static WireAnswer read(HttpExecuteResponse response) throws IOException {
            SdkHttpResponse head = response.httpResponse();
            byte[] body = new byte[0];
            if (response.responseBody().isPresent()) {
                try (InputStream in = response.responseBody().get()) {
                    body = in.readAllBytes();
                }
            }
            return new WireAnswer(
                    head.statusCode(), head.firstMatchingHeader("Content-Type").orElse(""), body, head);
        }

        @Override
        public void abort() {
            sent.ifPresent(ExecutableHttpRequest::abort);
        }
    }

    /** For answers that stand in memory. */
    static AbortableInputStream stream(byte[] body) {
        return AbortableInputStream.create(new ByteArrayInputStream(body));
    }
}
