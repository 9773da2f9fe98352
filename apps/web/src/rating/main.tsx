import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { watchVersion } from './version.ts';
import './rating.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
watchVersion();
