package io.plumbline.notify;

import io.plumbline.notify.HttpStand.Answer;
import io.plumbline.notify.HttpStand.Request;
import java.util.Map;

/** AWS as far as channels speak to it: STS and SNS in XML, Security Hub in JSON. */
final class AwsAnswers {
    private static final Map<String, String> XML = Map.of("Content-Type", "text/xml");

    private AwsAnswers() {}

    static Answer of(Request request) {
        if (request.path().startsWith("/findings/import")) {
            int findings = request.json().path("Findings").size();
            return Answer.ok("{\"FailedCount\": 0, \"SuccessCount\": " + findings + ", \"FailedFindings\": []}");
        }
        if (request.is("GET", "/accounts")) {
            return Answer.ok("{\"HubArn\": \"arn:aws:securityhub:us-east-1:111122223333:hub/default\"}");
        }
        if (request.body().contains("Action=AssumeRole")) {
            return new Answer(200, """
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                    <AccessKeyId>ASIATAKEN</AccessKeyId><SecretAccessKey>taken</SecretAccessKey>
                    <SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
                    </Credentials></AssumeRoleResult></AssumeRoleResponse>""", XML);
        }
        if (request.body().contains("Action=Publish")) {
            return new Answer(200, """
                    <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
                    <MessageId>1</MessageId></PublishResult></PublishResponse>""", XML);
        }
        return Answer.of(400, "{\"message\": \"there is no such operation\"}");
    }
}
