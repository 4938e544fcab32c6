import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fontsAsFiles } from "./tools/fonts.ts";

// Nothing is inlined into the page: its content security policy allows only files of its own origin.
export default defineConfig({
  plugins: [react(), fontsAsFiles()],
  build: { manifest: true, assetsInlineLimit: 0, target: "es2023", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500 },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
