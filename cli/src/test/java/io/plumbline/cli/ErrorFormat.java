package io.plumbline.cli;

import java.util.Optional;

/** How a service wraps its errors, and how it calls the usual ones (each service's API reference, "Common errors"). */
enum ErrorFormat {
    EC2("UnauthorizedOperation", "RequestLimitExceeded", "InternalError", "RequestExpired"),
    QUERY("AccessDenied", "Throttling", "InternalFailure", "ExpiredToken"),
    REST_XML("AccessDenied", "SlowDown", "InternalError", "ExpiredToken"),
    JSON("AccessDeniedException", "ThrottlingException", "InternalFailure", "ExpiredTokenException"),
    REST_JSON("AccessDeniedException", "TooManyRequestsException", "InternalFailure", "ExpiredTokenException");

    private final String denied;
    private final String throttled;
    private final String broken;
    private final String expired;

    ErrorFormat(String denied, String throttled, String broken, String expired) {
        this.denied = denied;
        this.throttled = throttled;
        this.broken = broken;
        this.expired = expired;
    }

    static ErrorFormat of(Asked asked) {
        if (asked.service().equals("ec2")) {
            return EC2;
        }
        if (asked.service().equals("s3")) {
            return REST_XML;
        }
        if (!asked.request().target().isEmpty()) {
            return JSON;
        }
        return asked.request().key().canonical().contains("\nAction=") ? QUERY : REST_JSON;
    }

    /** The code that a fault shows itself by; empty where no error comes back. */
    Optional<String> code(Fault fault) {
        return switch (fault) {
            case DENIED -> Optional.of(denied);
            case THROTTLED, THROTTLED_TWICE -> Optional.of(throttled);
            case BROKEN -> Optional.of(broken);
            case EXPIRED -> Optional.of(expired);
            case CUT, HALF_AN_ANSWER, SLOW, NOISE, SOMEONES_PAGE, EMPTY, ABYSS -> Optional.empty();
        };
    }

    Reply denied(Asked asked) {
        return error(
                this == JSON ? 400 : 403,
                denied,
                "User: arn:aws:sts::" + asked.account()
                        + ":assumed-role/PlumblineAudit/plumbline is not authorized to perform this because no identity-based"
                        + " policy allows it");
    }

    Reply throttled() {
        int status = switch (this) {
            case EC2, REST_XML -> 503;
            case QUERY, JSON -> 400;
            case REST_JSON -> 429;
        };
        return error(status, throttled, "Rate exceeded");
    }

    Reply broken() {
        return error(500, broken, "We have no words for it");
    }

    Reply expired() {
        int status = switch (this) {
            case EC2, REST_XML, JSON -> 400;
            case QUERY, REST_JSON -> 403;
        };
        return error(status, expired, "The security token included in the request is expired");
    }

    private Reply error(int status, String code, String message) {
        String inner = "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
        return switch (this) {
            case EC2 ->
                new Reply.Answer(
                        status,
                        "text/xml",
                        "",
                        "<Response><Errors>" + inner + "</Errors><RequestID>0-0</RequestID></Response>");
            case QUERY ->
                new Reply.Answer(
                        status,
                        "text/xml",
                        "",
                        "<ErrorResponse>" + inner + "<RequestId>0-0</RequestId></ErrorResponse>");
            case REST_XML -> new Reply.Answer(status, "application/xml", "", "<?xml version=\"1.0\"?>" + inner);
            case JSON ->
                new Reply.Answer(
                        status,
                        "application/x-amz-json-1.1",
                        "",
                        "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
            case REST_JSON -> new Reply.Answer(status, "application/json", code, "{\"message\":\"" + message + "\"}");
        };
    }
}
