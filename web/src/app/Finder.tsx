import Autosuggest, { type AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import Modal from "@cloudscape-design/components/modal";
import { useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import { shortArn } from "../parts/Arn";
import { usePlace } from "../url/place";
import { frame } from "../words/frame";
import { useOffline } from "./offline";
import { allPages, fitsFile } from "./pages";
import { useStatus } from "./session";

/** Text settles for this long before assets are looked for; milliseconds. */
const SETTLED = 200;
const MOST = 6;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Finds pages, rules, accounts and assets by any word of theirs. */
export default function Finder({ onClose }: { readonly onClose: () => void }) {
  const place = usePlace();
  const [text, setText] = useState("");
  const input = useRef<AutosuggestProps.Ref>(null);
  useEffect(() => input.current?.focus(), []);
  const settled = useSettled(text.trim());
  const offline = useOffline() !== undefined;
  const status = useStatus();
  const compliance = api.useQuery("get", "/api/compliance", { params: { query: {} } });
  const assets = api.useQuery(
    "get",
    "/api/assets",
    { params: { query: { q: settled, size: MOST } } },
    { enabled: settled.length > 1 && !offline },
  );

  const wanted = text.trim().toLowerCase();
  const fits = (...texts: string[]): boolean => texts.some((each) => each.toLowerCase().includes(wanted));
  const rules = (compliance.data?.controls ?? []).filter(({ control, rule, title }) => fits(`${control} ${title}`, rule));
  const accounts = (status.data?.accounts ?? []).filter(({ id, name }) => fits(id, name));
  const asked = wanted !== "";
  // Assets come last because they come late: what somebody is about to choose must not move away.
  const groups: AutosuggestProps.OptionGroup[] = [
    {
      label: frame.searchPages,
      options: allPages
        .filter((page) => fits(page.name) && (!offline || fitsFile(page)))
        .map(({ path, name }) => ({ value: place.to(path), label: name })),
    },
    {
      label: frame.searchRules,
      options: asked
        ? rules.slice(0, MOST).map(({ control, rule, title }) => ({
            value: place.to("/compliance", { rule }),
            label: `${control} ${title}`,
            description: rule,
          }))
        : [],
    },
    {
      label: frame.searchAccounts,
      options: asked
        ? accounts.slice(0, MOST).map(({ id, name }) => ({ value: place.to("/accounts", { open: id }), label: name, description: id }))
        : [],
    },
    {
      label: frame.searchAssets,
      options: [
        ...(asked ? (assets.data?.items ?? []) : []).map(({ arn, type, accountName }) => ({
          value: place.to("/assets/one", { arn }),
          label: shortArn(arn),
          description: `${type} · ${accountName}`,
        })),
        ...(settled.length > 1 && !offline
          ? [{ value: place.to("/assets", { q: text.trim() }), label: frame.searchAll(text.trim()) }]
          : []),
      ],
    },
  ];
  return (
    <Modal visible header={frame.search} onDismiss={onClose} size="large">
      <div className="finder">
        <Autosuggest
          ref={input}
          value={text}
          options={groups.filter(({ options }) => options.length > 0)}
          filteringType="manual"
          hideEnteredTextOption
          placeholder={frame.searchHint}
          ariaLabel={frame.search}
          empty={frame.searchEmpty}
          statusType={assets.isFetching ? "loading" : "finished"}
          loadingText={frame.search}
          onChange={({ detail }) => {
            // Choosing puts the address into the field; that is no text to look for.
            if (!detail.value.startsWith("/")) setText(detail.value);
          }}
          onSelect={({ detail }) => {
            if (!detail.value.startsWith("/")) return;
            place.go(detail.value);
            onClose();
          }}
        />
      </div>
    </Modal>
  );
}
