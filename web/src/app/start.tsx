import "@cloudscape-design/global-styles/index.css";
import I18nProvider from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "../api/client";
import { keptDisplay, show } from "./display";
import "./look.css";
import { type Offline, OfflineProvider } from "./offline";
import "./print.css";

/** Draws a site into the page; `offline` where it was opened as a file. */
export function start(router: AnyRouter, offline?: Offline): void {
  show(keptDisplay());
  const root = document.getElementById("root");
  if (!root) throw new Error("The HTML file has no element with the id root.");
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en" messages={[messages]}>
        <QueryClientProvider client={queries}>
          <OfflineProvider value={offline}>
            <RouterProvider router={router} />
          </OfflineProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
