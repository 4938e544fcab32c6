package canned;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One connection: reads requests and writes answers until the other side has had enough. */
final class Connection implements Runnable {
    private static final String STATS = "/__stats";

    private final Socket socket;
    private final Answers answers;
    private final Optional<Throttle> throttle;
    private final Faults faults;
    private final Stats stats;
    private final int latency;
    private byte[] buffer = new byte[1 << 14];
    private int filled;

    Connection(Socket socket, Answers answers, Optional<Throttle> throttle, Faults faults, Stats stats, int latency) {
        this.socket = socket;
        this.answers = answers;
        this.throttle = throttle;
        this.faults = faults;
        this.stats = stats;
        this.latency = latency;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (Optional<Request> request = next(in); request.isPresent(); request = next(in)) {
                if (!answer(request.get(), out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
    }

    /** Answers; false if the connection is to be closed. */
    private boolean answer(Request request, OutputStream out) throws IOException, InterruptedException {
        if (request.target().equals(STATS)) {
            send(new Answers.Answer(200, "application/json", "", stats.json()), out);
            return true;
        }
        String[] scope = request.scope();
        String account = Organization.accountOf(scope[0]);
        String region = scope[2];
        String service = scope[3];
        String operation = request.operation();
        if (latency > 0) {
            Thread.sleep(latency);
        }
        if (throttle.isPresent() && !throttle.get().passes(account, region, service, operation, request)) {
            stats.refused();
            stats.answered(service, operation, 0);
            send(Answers.refusal(request, service), out);
            return true;
        }
        Answers.Answer answer = answers.answer(request, account, region, service, operation);
        stats.answered(service, operation, answer.body().length);
        return switch (faults.next()) {
            case NONE -> {
                send(answer, out);
                yield true;
            }
            case FAIL -> {
                stats.faulty();
                send(Answers.error(request, service, 500, "InternalError"), out);
                yield true;
            }
            case RESET -> {
                stats.faulty();
                socket.setSoLinger(true, 0);
                yield false;
            }
            case SLOW -> {
                stats.faulty();
                Thread.sleep(2_000);
                send(answer, out);
                yield true;
            }
            case TRUNCATE -> {
                stats.faulty();
                byte[] whole = bytes(answer);
                out.write(whole, 0, whole.length - answer.body().length / 2 - 1);
                yield false;
            }
        };
    }

    private static void send(Answers.Answer answer, OutputStream out) throws IOException {
        out.write(bytes(answer));
    }

    private static byte[] bytes(Answers.Answer answer) {
        String head = "HTTP/1.1 " + answer.status() + " X\r\nContent-Type: " + answer.contentType() + "\r\nContent-Length: "
                + answer.body().length + (answer.errorType().isEmpty() ? "" : "\r\nx-amzn-ErrorType: " + answer.errorType())
                + (answer.contentType().equals("application/cbor") ? "\r\nsmithy-protocol: rpc-v2-cbor" : "") + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + answer.body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(answer.body(), 0, whole, start.length, answer.body().length);
        return whole;
    }

    private Optional<Request> next(InputStream in) throws IOException {
        int end = endOfHead(0);
        while (end < 0) {
            int known = filled;
            if (!more(in)) {
                return Optional.empty();
            }
            end = endOfHead(Math.max(0, known - 3));
        }
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        String length = Request.header(head, "content-length");
        int whole = end + (length.isEmpty() ? 0 : Integer.parseInt(length));
        while (filled < whole) {
            if (!more(in)) {
                return Optional.empty();
            }
        }
        String body = new String(buffer, end, whole - end, StandardCharsets.ISO_8859_1);
        System.arraycopy(buffer, whole, buffer, 0, filled - whole);
        filled -= whole;
        int space = head.indexOf(' ');
        return Optional.of(
                new Request(head.substring(0, space), head.substring(space + 1, head.indexOf(' ', space + 1)), head, body));
    }

    private boolean more(InputStream in) throws IOException {
        if (filled == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    private int endOfHead(int from) {
        for (int i = from; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }
}
