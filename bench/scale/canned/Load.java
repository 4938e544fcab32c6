package canned;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks a canned server as fast as it answers, to find its own limit: {@code Load URL CONNECTIONS SECONDS}. Prints requests a second. What
 * it asks is one page of ten security groups, the largest answer of a small account.
 */
public final class Load {
    private static final String BODY = "Action=DescribeSecurityGroups&MaxResults=1000&Version=2016-11-15";
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: AWS4-HMAC-SHA256 "
            + "Credential=ASIA1000000000010000/20260101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0\r\n"
            + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: " + BODY.length() + "\r\n\r\n";

    private Load() {}

    public static void main(String[] arguments) throws InterruptedException {
        URI url = URI.create(arguments[0]);
        long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
        LongAdder answers = new LongAdder();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            threads.add(Thread.ofPlatform().start(() -> ask(url, end, answers)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf("%.0f%n", answers.sum() / ((System.nanoTime() - start) / 1e9));
    }

    private static void ask(URI url, long end, LongAdder answers) {
        byte[] request = (HEAD + BODY).getBytes(StandardCharsets.ISO_8859_1);
        byte[] buffer = new byte[1 << 16];
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                int filled = 0;
                int whole = Integer.MAX_VALUE;
                while (filled < whole) {
                    filled += in.read(buffer, filled, buffer.length - filled);
                    if (whole == Integer.MAX_VALUE) {
                        String head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
                        int body = head.indexOf("\r\n\r\n");
                        if (body >= 0) {
                            whole = body + 4 + Integer.parseInt(Request.header(head, "content-length"));
                        }
                    }
                }
                answers.increment();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
