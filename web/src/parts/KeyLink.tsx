import { useMay } from "../app/session";

/** Where the key e leads from a row. Nobody sees it: the same is among the row's details, for who does not use keys. */
export function ExceptionKey({ href }: { readonly href: string }) {
  if (!useMay("engineer")) return null;
  return (
    <span className="key-e" hidden>
      <a href={href} tabIndex={-1}>
        e
      </a>
    </span>
  );
}
