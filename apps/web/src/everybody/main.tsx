import { createRoot } from 'react-dom/client';
import { Everybody } from './everybody.tsx';
import './everybody.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Everybody path={location.pathname} />);
