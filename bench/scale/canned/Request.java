package canned;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A request, as much of it as the answer hangs on. Latin-1 text, so that bytes and letters are the same. */
record Request(String method, String target, String head, String body) {

    /** Value of a header, empty if it is missing; {@code name} in lower case. */
    static String header(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        if (at < 0) {
            return "";
        }
        int start = at + name.length() + 3;
        return head.substring(start, head.indexOf("\r\n", start)).strip();
    }

    /** Parts of the signature's scope: access key, date, region, service. */
    String[] scope() {
        int at = head.indexOf("Credential=");
        return at < 0
                ? new String[] {"", "", "us-east-1", "none"}
                : head.substring(at + 11, head.indexOf("/aws4_request", at)).split("/");
    }

    boolean cbor() {
        return head.contains("rpc-v2-cbor") || head.contains("application/x-amz-cbor");
    }

    /** As the service calls it; for services that speak REST the method and the path without names. */
    String operation() {
        int target = head.indexOf("X-Amz-Target:");
        if (target >= 0) {
            int end = head.indexOf('\r', target);
            return head.substring(head.lastIndexOf('.', end) + 1, end);
        }
        int action = body.startsWith("Action=") ? 7 : body.indexOf("&Action=") + 8;
        if (action >= 8 || body.startsWith("Action=")) {
            int end = body.indexOf('&', action);
            return body.substring(action, end < 0 ? body.length() : end);
        }
        int path = this.target.indexOf("/operation/");
        return path >= 0 ? this.target.substring(path + 11) : rest();
    }

    /** Such as GET-bucket-policy, POST-getContactInformation. */
    private String rest() {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        if (method.equals("POST")) {
            return "POST-" + path.substring(path.lastIndexOf('/') + 1);
        }
        String what = path.length() > 1 ? "-item" : "";
        int equals = query.indexOf('=');
        String named = query.isEmpty() || equals > 0 && equals < query.length() - 1 ? "" : "-" + query.replace("=", "");
        return method + what + named;
    }

    /** A parameter of a form or of a flat JSON document; empty if it is missing. */
    String parameter(String name) {
        int at = body.indexOf(name + "=");
        if (at >= 0 && (at == 0 || body.charAt(at - 1) == '&')) {
            int end = body.indexOf('&', at);
            return URLDecoder.decode(
                    body.substring(at + name.length() + 1, end < 0 ? body.length() : end), StandardCharsets.UTF_8);
        }
        at = body.indexOf("\"" + name + "\":\"");
        if (at >= 0) {
            int start = at + name.length() + 4;
            return body.substring(start, body.indexOf('"', start));
        }
        return "";
    }

    /** Which page is asked for, counted from 0: tokens are {@code page-N}. */
    int page() {
        int at = body.indexOf("page-");
        at = at < 0 ? -1 : at + 5;
        int end = at;
        while (end >= 0 && end < body.length() && Character.isDigit(body.charAt(end))) {
            end++;
        }
        return at < 0 || end == at ? 0 : Integer.parseInt(body, at, end, 10);
    }
}
