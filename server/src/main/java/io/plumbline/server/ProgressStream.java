package io.plumbline.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Tells a browser how the running scan goes, as server-sent events; ends when the scan does, or the browser has gone. */
record ProgressStream(Scans scans) {
    private static final long PAUSE_MILLISECONDS = 500;
    /** Somebody who waits for a scan to begin is told now and then that we are still here. */
    private static final int LONGEST_SILENCE = 30;

    Answer send(Request request) {
        Context context = request.context();
        context.status(200).contentType("text/event-stream");
        context.header("X-Accel-Buffering", "no");
        try (OutputStream out = context.outputStream()) {
            Optional<ScanState> told = Optional.empty();
            for (int silent = 0; silent < LONGEST_SILENCE; silent++) {
                Optional<ScanState> now = scans.latest();
                if (now.isPresent() && !now.equals(told)) {
                    event(out, now.get(), request.caller().everything());
                    silent = 0;
                    told = now;
                }
                if (now.map(scan -> scan.phase().over()).orElse(true)) {
                    return new Answer.Done();
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (IOException e) {
            // The browser has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answer.Done();
    }

    private static void event(OutputStream out, ScanState scan, boolean everything) throws IOException {
        String data = JsonMapper.shared().writeValueAsString(ScanRoutes.ProgressJson.of(scan, everything));
        out.write(("event: progress\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
