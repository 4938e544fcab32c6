import { type ReactNode, useEffect } from "react";
import { followSystem, keptDisplay, show } from "../../app/display";
import { common } from "../../words/common";

/** What stands before the site: the product's name and one card in the middle. */
export function Doorstep({ children }: { readonly children: ReactNode }) {
  useEffect(() => followSystem(() => show(keptDisplay())), []);
  return (
    <main className="doorstep">
      <div className="doorstep-name">
        <img src="/plumb.svg" alt="" width="32" height="32" />
        {common.product}
      </div>
      <div className="doorstep-card">{children}</div>
    </main>
  );
}
