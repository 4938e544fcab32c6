package io.plumbline.server;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What every answer says to a browser: run our own scripts only, frame us nowhere, tell nobody where you come from. */
final class SecurityHeaders {
    /** The number of a request, also in a problem and in the log. */
    static final String REQUEST_ID = "X-Request-Id";

    /** Cloudscape sets style attributes; scripts and everything else come from us alone. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:;"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();
    private final boolean secure;

    /** @param secure whether the page comes by HTTPS */
    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    void set(Context context) {
        byte[] number = new byte[8];
        random.nextBytes(number);
        context.header(REQUEST_ID, HexFormat.of().formatHex(number));
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (secure) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
