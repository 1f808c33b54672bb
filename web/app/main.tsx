import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../components/theme.css';
import { registerServiceWorker } from '../session/serviceWorker.ts';
import { applyTheme } from '../session/theme.ts';
import { currentLanguage } from '../text/index.ts';
import { App } from './App.tsx';

applyTheme();
document.documentElement.lang = currentLanguage();
registerServiceWorker();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
