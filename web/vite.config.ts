import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  build: {
    // The server's policy lets fonts and pictures come from files of ours alone, so nothing is put into the style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    // What counts is what travels: 200 kB of script at first load, as `npm run bench:web` measures it.
    chunkSizeWarningLimit: 800,
    // The texts are values alone: those of a page that is loaded later come with it (13 of 223 kB less at first).
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/src/words/') } },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:4180' } },
});
