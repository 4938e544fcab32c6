import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Where the server puts the data (OfflineTemplate.java). The script comes after, so that they are there when it runs. */
const MARK = "<!--plumbline-data-->";

/**
 * A text that can stand in a script element: nothing in it ends the element. Both stand in strings and patterns only. Vite's mark for what a
 * lazy part needs beforehand is left where there is but one chunk; that part needs nothing.
 */
function scriptSafe(code: string): string {
  return code.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3c!--").replaceAll("__VITE_PRELOAD__", "void 0");
}

/** The only script that may run is the one that is written here, and nothing is loaded from anywhere. */
function policy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** Writes script and styles into the HTML file instead of beside it, with a content security policy that knows them. */
export function oneFile(): Plugin {
  return {
    name: "one-file",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      let script = "";
      let styles = "";
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") script += scriptSafe(file.code);
        else if (name.endsWith(".css")) styles += String(file.source);
        else continue;
        delete bundle[name];
      }
      const [page, ...more] = Object.values(bundle);
      if (page?.type !== "asset" || !page.fileName.endsWith(".html") || more.length > 0) {
        throw new Error(`The offline pages must become one HTML file, and are ${Object.keys(bundle).join(", ")}.`);
      }
      const html = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/g, "")
        .replace(/\s*<link rel="stylesheet"[^>]*>/g, "");
      if (!html.includes(MARK)) throw new Error(`offline.html must have ${MARK} where the data belong.`);
      page.source = html
        .replace("<head>", () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy(script)}" />`)
        .replace("</head>", () => `  <style>${styles}</style>\n  </head>`)
        .replace("</body>", () => `  <script type="module">${script}</script>\n  </body>`);
    },
  };
}
