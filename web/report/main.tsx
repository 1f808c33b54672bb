import '../components/theme.css';
import './report.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { registerServiceWorker } from '../session/serviceWorker.ts';
import { applyTheme } from '../session/theme.ts';
import { currentLanguage } from '../text/index.ts';
import { go } from './place.ts';
import { ReportApp } from './ReportApp.tsx';

applyTheme();
document.documentElement.lang = currentLanguage();
registerServiceWorker();

/** Links within the report change the page without loading it again: what was answered is kept in memory. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlainPress = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!link || !isPlainPress || event.defaultPrevented || link.origin !== window.location.origin || link.hash) return;
  if (!link.pathname.startsWith('/melden') && link.pathname !== '/hulp') return;
  event.preventDefault();
  go(link.pathname);
});

const root = document.getElementById('root');
if (!root) throw new Error('melden.html has no element with id root');
createRoot(root).render(
  <StrictMode>
    <ReportApp />
  </StrictMode>,
);
