package canned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the answer to a request: a template of its service and operation, or an empty list in its protocol. */
final class Answers {
    private final Map<String, Canned> canned = new HashMap<>();
    private final Organization organization;

    /** An answer. */
    record Answer(int status, String contentType, String errorType, byte[] body) {}

    private record Canned(int status, String contentType, String errorType, Template template) {}

    /** Reads templates, each a file {@code SERVICE/OPERATION}: a line with status, content type and error type (or -), then the body. */
    Answers(Path folder, Organization organization) {
        this.organization = organization;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                String[] head = text.substring(0, text.indexOf('\n')).split("\t");
                canned.put(
                        file.getParent().getFileName() + "/" + file.getFileName(),
                        new Canned(
                                Integer.parseInt(head[0]),
                                head[1],
                                head[2].equals("-") ? "" : head[2],
                                Template.of(text.substring(text.indexOf('\n') + 1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the templates in " + folder, e);
        }
    }

    Answer answer(Request request, String account, String region, String service, String operation) {
        String known = switch (operation) {
            case "ListOrganizationalUnitsForParent" -> organization.units(request.parameter("ParentId"));
            case "ListAccountsForParent" -> organization.accounts(request.parameter("ParentId"), request.page());
            case "AssumeRole" -> assumed(request.parameter("RoleArn"));
            case "DescribeRegions" -> regions();
            default -> "";
        };
        if (!known.isEmpty()) {
            boolean json = known.startsWith("{");
            return new Answer(200, json ? "application/x-amz-json-1.1" : "text/xml", "", known.getBytes(StandardCharsets.UTF_8));
        }
        Canned found = canned.get(service + "/" + operation);
        if (found == null) {
            return empty(request, service, operation);
        }
        return new Answer(
                found.status(),
                found.contentType(),
                found.errorType(),
                found.template().fill(account, region, request, organization.size()));
    }

    private static String assumed(String roleArn) {
        String account = roleArn.split(":")[4];
        return "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials><AccessKeyId>ASIA"
                + account + "0000</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>"
                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private static String regions() {
        StringBuilder xml =
                new StringBuilder("<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><regionInfo>");
        for (String region : Organization.REGIONS) {
            xml.append("<item><regionName>" + region + "</regionName><regionEndpoint>ec2." + region
                    + ".amazonaws.com</regionEndpoint><optInStatus>opt-in-not-required</optInStatus></item>");
        }
        return xml.append("</regionInfo></DescribeRegionsResponse>").toString();
    }

    private static Answer empty(Request request, String service, String operation) {
        if (request.cbor()) {
            return new Answer(200, "application/cbor", "", new byte[] {(byte) 0xa0});
        }
        if (request.body().contains("Action=")) {
            String result = service.equals("ec2") ? "" : "<" + operation + "Result/>";
            return new Answer(200, "text/xml", "", bytes("<" + operation + "Response>" + result + "</" + operation + "Response>"));
        }
        boolean xml = service.equals("s3") || service.equals("route53") || service.equals("cloudfront");
        return xml
                ? new Answer(200, "application/xml", "", bytes("<Empty/>"))
                : new Answer(200, "application/x-amz-json-1.1", "", bytes("{}"));
    }

    /** What AWS says when somebody comes too fast, in the request's protocol. */
    static Answer refusal(Request request, String service) {
        String code = service.equals("ec2") ? "RequestLimitExceeded" : request.body().contains("Action=") ? "Throttling" : "ThrottlingException";
        return error(request, service, service.equals("ec2") || service.equals("s3") ? 503 : 400, service.equals("s3") ? "SlowDown" : code);
    }

    static Answer error(Request request, String service, int status, String code) {
        String error = "<Error><Code>" + code + "</Code><Message>Rate exceeded</Message></Error>";
        if (service.equals("ec2")) {
            return new Answer(status, "text/xml", "", bytes("<Response><Errors>" + error + "</Errors><RequestID>0</RequestID></Response>"));
        }
        if (request.body().contains("Action=")) {
            return new Answer(status, "text/xml", "", bytes("<ErrorResponse>" + error + "<RequestId>0</RequestId></ErrorResponse>"));
        }
        return service.equals("s3")
                ? new Answer(status, "application/xml", "", bytes(error))
                : new Answer(
                        status,
                        "application/x-amz-json-1.1",
                        code,
                        bytes("{\"__type\":\"" + code + "\",\"message\":\"Rate exceeded\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
