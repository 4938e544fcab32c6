package io.plumbline.filter;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A synthetic CloudTrail event that a filter has to match, or must not.
 *
 * @param name what a person calls it: the event name, or the case such as {@code ConsoleLogin without MFA}; witnesses that differ in
 *     caller and region only share it
 * @param eventName the event's name as CloudTrail has it
 * @param eventSource such as {@code kms.amazonaws.com}
 * @param event with placeholders for account, partition and regions
 */
public record Witness(String name, String eventName, String eventSource, LogEvent event) {

    static Witness of(JsonNode event) {
        return new Witness(name(event), text(event, "eventName"), text(event, "eventSource"), LogEvent.of(event));
    }

    /** The event as it would be logged for the account. */
    public LogEvent in(EvaluatedAccount account) {
        return event.with(account.placeholders());
    }

    /** The same event under another event name. */
    Witness renamed(String otherName) {
        ObjectNode copy = event.tree().deepCopy().asObject();
        copy.put("eventName", otherName);
        return of(copy);
    }

    private static String name(JsonNode event) {
        String eventName = text(event, "eventName");
        String service = text(event, "eventSource").replace(".amazonaws.com", "");
        String errorCode = text(event, "errorCode");
        if (!errorCode.isEmpty()) {
            return errorCode + " (" + service + " " + eventName + ")";
        }
        if (text(event.path("userIdentity"), "type").equals("Root")) {
            String byAws = text(event, "eventType").equals("AwsServiceEvent") ? " by AWS itself" : "";
            return "root " + eventName + byAws;
        }
        return eventName.equals("ConsoleLogin") ? login(event) : eventName;
    }

    private static String login(JsonNode event) {
        boolean failed = text(event.path("responseElements"), "ConsoleLogin").equals("Failure");
        boolean secondFactor =
                text(event.path("additionalEventData"), "MFAUsed").equals("Yes");
        return (failed ? "failed ConsoleLogin" : "ConsoleLogin") + (secondFactor ? " with MFA" : " without MFA");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
