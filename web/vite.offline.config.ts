import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { oneFile } from "./tools/oneFile.ts";

// The pages as one file, into which the server writes data and which a browser opens from a disk. Beside the page that `vite build` made.
export default defineConfig({
  plugins: [react(), oneFile()],
  publicDir: false,
  build: {
    target: "es2023",
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { input: "offline.html", output: { codeSplitting: false } },
  },
});
