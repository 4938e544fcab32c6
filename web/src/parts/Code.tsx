import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { common } from "../words/common";

/** A text for a terminal or an editor, with a button that copies it. */
export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="code">
      <div className="code-copy">
        <CopyToClipboard
          variant="icon"
          textToCopy={text}
          copyButtonAriaLabel={`${common.copy}: ${label}`}
          copySuccessText={common.copied}
          copyErrorText="The browser did not allow it"
        />
      </div>
      <pre tabIndex={0} aria-label={label}>
        {text.trimEnd()}
      </pre>
    </div>
  );
}
