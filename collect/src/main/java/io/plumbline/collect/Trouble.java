package io.plumbline.collect;

import io.plumbline.snapshot.CellStatus;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Why an operation did not work, in the words of the journal.
 *
 * @param code AWS's error code, or a word of ours where AWS gave none
 * @param message one line: who denied it where AWS says so, else what AWS said
 * @param action the action that AWS named as missing; an operation may take another one than its own
 */
record Trouble(CellStatus status, String code, String message, Optional<String> action) {
    Trouble(CellStatus status, String code, String message) {
        this(status, code, message, Optional.empty());
    }

    private static final Pattern NAMED = Pattern.compile("not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)");

    /** Refusals (CIS evaluation spec, section 1, "Error mapping"). */
    private static final Set<String> REFUSALS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "Client.UnauthorizedOperation",
            "UnauthorizedAccess",
            "AuthorizationError",
            "AuthorizationErrorException",
            "NotAuthorized",
            "OptInRequired",
            "SubscriptionRequiredException",
            "AuthFailure",
            "InvalidClientTokenId",
            "InvalidAccessKeyId",
            "UnrecognizedClientException",
            "AllAccessDisabled",
            "KMSAccessDeniedException");

    private static final int LONGEST = 300;

    /** The code of a detail that nobody asked for, since nobody needed it of that row. */
    static final String NOT_REQUESTED = "NotRequested";

    /** Why a detail column of a row is missing. */
    record Unread(String action, String code) {}

    static Trouble of(Throwable thrown) {
        return switch (thrown) {
            case AwsServiceException service -> ofService(service);
            case ApiCallTimeoutException timeout ->
                new Trouble(CellStatus.FAILED, "Timeout", "AWS did not answer in time");
            case ApiCallAttemptTimeoutException timeout ->
                new Trouble(CellStatus.FAILED, "Timeout", "AWS did not answer in time");
            default -> new Trouble(CellStatus.FAILED, "NoAnswer", oneLine(rootMessage(thrown)));
        };
    }

    private static Trouble ofService(AwsServiceException service) {
        AwsErrorDetails details = service.awsErrorDetails();
        String code = details == null
                        || details.errorCode() == null
                        || details.errorCode().isBlank()
                ? "HTTP" + service.statusCode()
                : details.errorCode();
        String said = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        if (REFUSALS.contains(code) || code.equals("HTTP403")) {
            return new Trouble(
                    CellStatus.DENIED,
                    code,
                    deniedBy(said),
                    NAMED.matcher(said).results().map(found -> found.group(1)).findFirst());
        }
        return new Trouble(CellStatus.FAILED, code, oneLine(said));
    }

    /** AWS names the kind of policy in most messages (IAM User Guide, "Troubleshoot access denied error messages"). */
    static String deniedBy(String said) {
        String how = said.contains("explicit deny") ? "denied by " : "not allowed by ";
        if (said.contains("service control policy")) {
            return how + "a service control policy";
        }
        if (said.contains("resource control policy")) {
            return how + "a resource control policy";
        }
        if (said.contains("permissions boundary")) {
            return how + "the permissions boundary";
        }
        if (said.contains("session policy")) {
            return how + "the session policy";
        }
        if (said.contains("VPC endpoint policy")) {
            return how + "the VPC endpoint policy";
        }
        if (said.contains("resource-based policy")) {
            return how + "the resource's own policy";
        }
        if (said.contains("identity-based policy")) {
            return said.contains("explicit deny")
                    ? "denied by the role's own policy"
                    : "no policy of the role allows it";
        }
        return oneLine(said);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        String rootMessage = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return root == thrown || message.contains(rootMessage) ? message : message + ": " + rootMessage;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        int encoded = line.indexOf("Encoded authorization failure message");
        String shortened = encoded >= 0 ? line.substring(0, encoded).strip() : line;
        return shortened.length() > LONGEST ? shortened.substring(0, LONGEST) + "…" : shortened;
    }
}
