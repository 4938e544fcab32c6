import { describe, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { changeOf, draftOf, missing, requestOf } from "./channelDraft.ts";

const field = (name: string, rest: Partial<Schemas["ChannelField"]> = {}): Schemas["ChannelField"] => ({
  name,
  title: name.toUpperCase(),
  secret: false,
  required: true,
  hint: "",
  ...rest,
});

const kind: Schemas["ChannelKind"] = {
  id: "mail",
  title: "E-mail",
  tickets: false,
  fields: [
    field("host"),
    field("tls", { choices: ["starttls", "tls"] }),
    field("user", { required: false }),
    field("password", { secret: true }),
  ],
};

const channel: Schemas["Channel"] = {
  id: "c1",
  kind: "mail",
  name: "Team",
  settings: { host: "mail.example.com" },
  secrets: ["password"],
  active: true,
};

describe("a new channel", () => {
  it("names everything that is missing, but not what has a first choice or is optional", () => {
    expect(missing(draftOf(undefined), kind, [], "Name")).toEqual(["Name", "HOST", "PASSWORD"]);
  });

  it("leaves out what was typed for another kind, and spaces around a value", () => {
    const draft = {
      ...draftOf(undefined),
      name: " Team ",
      settings: { host: " mail ", url: "https://x" },
      secrets: { password: "p", token: "t" },
    };
    expect(requestOf(draft, kind)).toEqual({
      kind: "mail",
      name: "Team",
      settings: { host: "mail" },
      secrets: { password: "p" },
      active: true,
    });
  });
});

describe("a channel that is changed", () => {
  it("keeps secrets of which nothing is said", () => {
    expect(missing(draftOf(channel), kind, channel.secrets, "Name")).toEqual([]);
    expect(changeOf(draftOf(channel), kind).secrets).toEqual({});
  });

  it("misses a required secret that is to go, unless another takes its place", () => {
    const removed = { ...draftOf(channel), removed: ["password"] };
    expect(missing(removed, kind, channel.secrets, "Name")).toEqual(["PASSWORD"]);
    expect(changeOf(removed, kind).secrets).toEqual({ password: "" });
    expect(changeOf({ ...removed, secrets: { password: "new" } }, kind).secrets).toEqual({ password: "new" });
  });
});
