package io.plumbline.collect;

import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An answer as it stood on the wire, read to its end. */
record WireAnswer(int status, String contentType, byte[] body, SdkHttpResponse head) {

    /** An answer out of a recording. */
    static WireAnswer of(int status, String contentType, String errorCode, byte[] body) {
        SdkHttpResponse.Builder head = SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", String.valueOf(body.length));
        if (!errorCode.isEmpty()) {
            head.putHeader("x-amzn-ErrorType", errorCode);
        }
        return new WireAnswer(status, contentType, body, head.build());
    }

    HttpExecuteResponse toResponse() {
        return HttpExecuteResponse.builder()
                .response(head)
                .responseBody(MeteredHttpClient.stream(body))
                .build();
    }
}
