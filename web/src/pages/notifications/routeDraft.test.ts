import { describe, expect, it } from "vitest";
import { draftOf, onlyAtOnce, requestOf } from "./routeDraft.ts";

const draft = { ...draftOf(undefined, "c1"), name: " Critical ", digestHour: 6 };

describe("a route", () => {
  it("is nothing to send before it has a name, a channel and an event", () => {
    expect(requestOf({ ...draft, name: " " }, false)).toBeUndefined();
    expect(requestOf({ ...draft, channel: "" }, false)).toBeUndefined();
    expect(requestOf({ ...draft, events: [] }, false)).toBeUndefined();
  });

  it("keeps the hour of its digest, but not for what is told at once", () => {
    expect(requestOf(draft, false)).toMatchObject({ name: "Critical", digestHour: 6 });
    expect(requestOf(draft, true)).not.toHaveProperty("digestHour");
  });

  it("is told at once to ticket systems and to lists of findings", () => {
    const kind = { id: "slack", title: "Slack", tickets: false, fields: [] };
    expect(onlyAtOnce(kind)).toBe(false);
    expect(onlyAtOnce({ ...kind, id: "jira", tickets: true })).toBe(true);
    expect(onlyAtOnce({ ...kind, id: "pagerduty" })).toBe(true);
  });
});
