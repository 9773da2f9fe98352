import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The office; the phone that works without a network; the pages for everybody. */
const entries = ['index.html', 'rating.html', 'public.html'];

const server = `http://127.0.0.1:${process.env.PORT ?? '4180'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': server } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: true,
    rollupOptions: { input: entries.map((entry) => join(import.meta.dirname, entry)) },
  },
});
