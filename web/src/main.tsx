import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { begin } from './state/session.ts';
import './styles.css';

const place = document.getElementById('app');
if (place) createRoot(place).render(<App />);
if (!location.pathname.startsWith('/setup')) void begin();
