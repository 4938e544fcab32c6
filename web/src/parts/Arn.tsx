import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Link from "@cloudscape-design/components/link";
import { useOffline } from "../app/offline";
import { usePlace } from "../url/place";
import { common } from "../words/common";

interface Properties {
  readonly arn: string;
  /** Whether it leads to the asset's page; only what AWS calls an ARN has one. */
  readonly link?: boolean;
}

/** The part of an ARN that tells it from its neighbours: what stands after the account. */
export function shortArn(arn: string): string {
  return arn.startsWith("arn:") ? arn.split(":").slice(5).join(":") || arn : arn;
}

/** An ARN, short on the page and whole on hover and in the clipboard. */
export function Arn({ arn, link = true }: Properties) {
  const place = usePlace();
  const offline = useOffline();
  return (
    <span className="arn" title={arn}>
      <CopyToClipboard
        variant="icon"
        textToCopy={arn}
        copyButtonAriaLabel={`${common.copy} ${arn}`}
        copySuccessText={common.copied}
        copyErrorText="The browser did not allow it"
      />
      {link && !offline && arn.startsWith("arn:") ? (
        <Link href={place.to("/assets/one", { arn })}>{shortArn(arn)}</Link>
      ) : (
        <span>{shortArn(arn)}</span>
      )}
    </span>
  );
}
