import type { Schemas } from "../../api/client";

type Channel = Schemas["Channel"];
type Kind = Schemas["ChannelKind"];

/** A channel as somebody is typing it. Secrets that were set before are not known here; those that are typed take their place. */
export interface ChannelDraft {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Names of secrets that are to go. */
  readonly removed: readonly string[];
  readonly active: boolean;
}

export function draftOf(channel: Channel | undefined): ChannelDraft {
  return { name: channel?.name ?? "", settings: channel?.settings ?? {}, secrets: {}, removed: [], active: channel?.active ?? true };
}

/** Values of a kind's fields that say something; what was typed for another kind before is left out. */
function said(kind: Kind, secret: boolean, values: Readonly<Record<string, string>>): Record<string, string> {
  const names = kind.fields.filter((field) => field.secret === secret).map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => names.includes(name) && value !== ""),
  );
}

/** Titles of what a channel of this kind needs and does not have yet. */
export function missing(draft: ChannelDraft, kind: Kind, set: readonly string[], nameTitle: string): string[] {
  const settings = said(kind, false, draft.settings);
  const secrets = said(kind, true, draft.secrets);
  const has = ({ name, secret, choices }: Schemas["ChannelField"]): boolean =>
    secret ? name in secrets || (set.includes(name) && !draft.removed.includes(name)) : name in settings || choices !== undefined;
  return [
    ...(draft.name.trim() === "" ? [nameTitle] : []),
    ...kind.fields.filter((field) => field.required && !has(field)).map(({ title }) => title),
  ];
}

/** What makes a new channel. */
export function requestOf(draft: ChannelDraft, kind: Kind): Schemas["ChannelRequest"] {
  return {
    kind: kind.id,
    name: draft.name.trim(),
    settings: said(kind, false, draft.settings),
    secrets: said(kind, true, draft.secrets),
    active: draft.active,
  };
}

/** What changes one: settings anew, of secrets only those that become others or go. */
export function changeOf(draft: ChannelDraft, kind: Kind): Schemas["ChannelChange"] {
  return {
    name: draft.name.trim(),
    settings: said(kind, false, draft.settings),
    secrets: { ...Object.fromEntries(draft.removed.map((name) => [name, ""])), ...said(kind, true, draft.secrets) },
    active: draft.active,
  };
}
