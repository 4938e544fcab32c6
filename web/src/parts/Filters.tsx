import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePlace } from "../url/place";

/** How long a text settles before it is looked for; milliseconds. */
const SETTLED = 250;

/** A text filter that stands in the address; `/` leads here. */
export function TextFilter({ name = "q", label }: { readonly name?: string; readonly label: string }) {
  const place = usePlace();
  const kept = place.one(name) ?? "";
  const [text, setText] = useState(kept);
  // What is opened while the text settles must stay open, so it goes into the address as it is then.
  const newest = useRef(place);
  useEffect(() => {
    newest.current = place;
  }, [place]);
  useEffect(() => setText(kept), [kept]);
  useEffect(() => {
    if (text === kept) return undefined;
    const timer = setTimeout(() => newest.current.set({ [name]: text }), SETTLED);
    return () => clearTimeout(timer);
    // The place changes with every other filter; only what is typed here starts the wait anew.
  }, [text]);
  return (
    <div className="grow" data-filter>
      <Input
        type="search"
        value={text}
        onChange={({ detail }) => setText(detail.value)}
        placeholder={label}
        ariaLabel={label}
        clearAriaLabel="Clear"
      />
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProperties {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Any of some values, kept in the address. */
export function ChoiceFilter({ name, label, choices }: ChoiceProperties) {
  const place = usePlace();
  const chosen = place.many(name);
  const selected = choices.filter(({ value }) => chosen.includes(value));
  return (
    <div className="choice">
      <Multiselect
        inlineTokens
        ariaLabel={[label, ...selected.map((choice) => choice.label)].join(" ")}
        placeholder={label}
        options={choices}
        selectedOptions={selected}
        onChange={({ detail }) => place.set({ [name]: detail.selectedOptions.map(({ value }) => value ?? "") })}
        {...(choices.length > 12 && { filteringType: "auto" as const })}
      />
    </div>
  );
}

/** Filters side by side. */
export function FilterRow({ children }: { readonly children: ReactNode }) {
  return <div className="row">{children}</div>;
}
