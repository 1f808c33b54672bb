import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../components/theme.css';
import { watchTyping } from '../components/typedText.ts';
import { applyDisplay } from '../session/display.ts';
import { registerServiceWorker } from '../session/serviceWorker.ts';
import { currentLanguage } from '../text/index.ts';
import { App } from './App.tsx';

applyDisplay();
document.documentElement.lang = currentLanguage();
registerServiceWorker();
watchTyping();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
