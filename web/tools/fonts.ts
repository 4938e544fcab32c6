import type { Plugin } from "vite";

/**
 * Writes the fonts that Cloudscape's style sheet carries inside itself as files of their own: the first paint does not wait for them, and
 * the content security policy needs no data: for fonts.
 */
export function fontsAsFiles(): Plugin {
  return {
    name: "fonts-as-files",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
        const text = typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source);
        file.source = text.replace(/url\(['"]?data:font\/woff2;base64,([A-Za-z0-9+/=]+)['"]?\)/g, (_whole, encoded: string) => {
          const id = this.emitFile({ type: "asset", name: "font.woff2", source: Buffer.from(encoded, "base64") });
          return `url(/${this.getFileName(id)})`;
        });
      }
    },
  };
}
