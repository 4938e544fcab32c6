import type { components } from "./generated/openapi";

/** What the server says when it cannot do something: what is wrong, why, what to do, and how its log calls the request. */
export type Problem = components["schemas"]["Problem"];

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "title" in value && "status" in value;
}

/** Any failure of a request as a problem, one of the network included. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  if (error instanceof TypeError) {
    return {
      type: "unreachable",
      title: "The server cannot be reached",
      status: 0,
      detail:
        "The connection failed before an answer came. Check that Plumbline is running and that this machine reaches it, then try again.",
    };
  }
  const detail = error instanceof Error ? error.message : "The answer is not one that the interface describes.";
  return { type: "unexpected", title: "The answer could not be read", status: 0, detail };
}
