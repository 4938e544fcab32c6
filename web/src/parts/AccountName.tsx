import Link from "@cloudscape-design/components/link";
import { usePlace } from "../url/place";

interface Properties {
  readonly id: string;
  readonly name: string;
  /** Whether it leads to the account's page. */
  readonly link?: boolean;
}

/** An account as "name (id)". */
export function AccountName({ id, name, link = false }: Properties) {
  const place = usePlace();
  const text = (
    <>
      {name} <span className="quiet">({id})</span>
    </>
  );
  return link ? <Link href={place.to("/accounts", { open: id })}>{text}</Link> : <span className="account">{text}</span>;
}
