import { expect, it } from "vitest";
import { draftOf, requestOf } from "./scheduleDraft.ts";

it("says nothing of what is left empty", () => {
  expect(requestOf({ ...draftOf(undefined), name: " Nightly " })).toEqual({
    name: "Nightly",
    cron: "0 3 * * *",
    zone: "UTC",
    scope: { all: false },
    active: true,
  });
});

it("takes words apart at spaces and commas, and gives back what it was given", () => {
  const request = requestOf({ ...draftOf(undefined), name: "Part", regions: " eu-west-1, global ", types: "aws_sqs_queue aws_rds_*" });
  expect(request.scope).toEqual({ regions: ["eu-west-1", "global"], types: ["aws_sqs_queue", "aws_rds_*"], all: false });
  const kept = { id: "s1", createdBy: "root", createdAt: "2026-11-22T00:00:00Z", ...request, zone: request.zone, active: request.active };
  expect(requestOf(draftOf(kept))).toEqual(request);
});
