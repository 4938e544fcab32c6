package io.plumbline.notify;

import io.plumbline.notify.HttpStand.Answer;
import java.util.Map;
import java.util.function.Function;

/** For each kind of channel the server that stands for its system. */
enum Stands {
    EMAIL(new Email()) {
        @Override
        Stand start() {
            return new SmtpStand(true);
        }
    },
    SLACK(new Slack()) {
        @Override
        Stand start() {
            return new HttpStand(request -> Answer.ok("ok"), url -> Map.of(), secretUrl());
        }
    },
    TEAMS(new Teams()) {
        @Override
        Stand start() {
            return new HttpStand(request -> Answer.of(202, ""), url -> Map.of(), secretUrl());
        }
    },
    WEBHOOK(new Webhook()) {
        @Override
        Stand start() {
            return new HttpStand(
                    request -> Answer.of(204, ""),
                    url -> Map.of("url", url + "/hook"),
                    url -> Map.of("secret", Stand.SECRET));
        }
    },
    PAGERDUTY(new PagerDuty()) {
        @Override
        Stand start() {
            return new HttpStand(
                    request -> Answer.of(202, "{\"status\": \"success\"}"),
                    url -> Map.of("url", url),
                    url -> Map.of("routingKey", Stand.SECRET));
        }
    },
    SNS(new Sns()) {
        @Override
        Stand start() {
            return new HttpStand(
                    AwsAnswers::of,
                    url -> Map.of(
                            "endpoint", url,
                            "topic", "arn:aws:sns:eu-west-1:111122223333:security",
                            "role", "arn:aws:iam::111122223333:role/teller"),
                    url -> Map.of("externalId", Stand.SECRET));
        }
    },
    SECURITY_HUB(new SecurityHub()) {
        @Override
        Stand start() {
            return new HttpStand(
                    AwsAnswers::of,
                    url -> Map.of("endpoint", url, "region", "us-east-1", "role", "PlumblineImport"),
                    url -> Map.of("externalId", Stand.SECRET));
        }
    },
    JIRA(new Jira()) {
        @Override
        Stand start() {
            return new HttpStand(
                    new JiraAnswers(),
                    url -> Map.of("url", url + "/", "project", "SEC", "issueType", "Task", "user", "bot@example.com"),
                    url -> Map.of("token", Stand.SECRET));
        }
    },
    SERVICENOW(new ServiceNow()) {
        @Override
        Stand start() {
            return new HttpStand(
                    new ServiceNowAnswers(),
                    url -> Map.of("url", url, "user", "plumbline", "group", "Cloud"),
                    url -> Map.of("password", Stand.SECRET));
        }
    },
    GITHUB(new GitHubIssues()) {
        @Override
        Stand start() {
            return new HttpStand(
                    new GitHubAnswers(),
                    url -> Map.of("url", url, "repository", "example/security"),
                    url -> Map.of("token", Stand.SECRET));
        }
    };

    private final ChannelKind kind;

    Stands(ChannelKind kind) {
        this.kind = kind;
    }

    ChannelKind kind() {
        return kind;
    }

    /** Starts its server. */
    abstract Stand start();

    Settings settings(Stand stand) {
        return new Settings(kind.fields(), stand.settings(), stand.secrets());
    }

    private static Function<String, Map<String, String>> secretUrl() {
        return url -> Map.of("url", url + "/services/" + Stand.SECRET);
    }
}
