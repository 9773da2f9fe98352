import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { keepOffline } from './keep-offline.ts';

const here = (file: string) => join(import.meta.dirname, file);

/** The office; the phone that works without a network, with its service worker; the pages for everybody. */
const input = {
  index: here('index.html'),
  rating: here('rating.html'),
  public: here('public.html'),
  sw: here('src/rating/worker/sw.ts'),
};

const server = `http://127.0.0.1:${process.env.PORT ?? '4180'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), keepOffline(import.meta.dirname)],
  server: { proxy: { '/api': server } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: true,
    rollupOptions: {
      input,
      // A service worker has one address for ever; everything else carries a hash of its content.
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'rating/sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
