import type { Schemas } from "../../api/client";

/** An exception as somebody is typing it. */
export interface Draft {
  readonly rules: readonly string[];
  readonly accounts: readonly string[];
  readonly ous: readonly string[];
  readonly regions: string;
  readonly arns: string;
  readonly tags: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** The least length of a reason that the server takes. */
const SHORTEST_REASON = 10;

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function tagsOf(text: string): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (const line of lines(text)) {
    const at = line.indexOf("=");
    const [name, value] = at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    (tags[name] ??= []).push(value);
  }
  return tags;
}

/** The scope of a draft; kinds of which nothing is said are left out, since an empty one would match nothing or everything. */
export function scopeOf({ accounts, ous, regions, arns, tags }: Draft): Schemas["ExceptionScope"] {
  const regionList = regions.split(/[\s,]+/).filter((region) => region !== "");
  const arnList = lines(arns);
  const tagList = tagsOf(tags);
  return {
    ...(accounts.length > 0 && { accounts: [...accounts] }),
    ...(ous.length > 0 && { ous: [...ous] }),
    ...(regionList.length > 0 && { regions: regionList }),
    ...(arnList.length > 0 && { arns: arnList }),
    ...(Object.keys(tagList).length > 0 && { tags: tagList }),
  };
}

/** The proposal that a draft makes; undefined while something that it needs is missing. */
export function proposalOf(draft: Draft): Schemas["ExceptionProposal"] | undefined {
  const { rules, reason, owner, expires } = draft;
  if (rules.length === 0 || reason.trim().length < SHORTEST_REASON || owner.trim() === "" || expires === "") return undefined;
  return { rules: [...rules], scope: scopeOf(draft), reason: reason.trim(), owner: owner.trim(), expires };
}
