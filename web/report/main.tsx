import '../components/theme.css';
import './report.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { registerServiceWorker } from '../session/serviceWorker.ts';
import { programIsHere } from './first/names.ts';
import { hearAboutInstalling } from './install.ts';
import { ReportApp } from './ReportApp.tsx';
import { answersOnScreen } from './use-draft.ts';

hearAboutInstalling();
// What it keeps for later does not stand in the way of what is needed now.
window.addEventListener('load', registerServiceWorker);

const root = document.getElementById('root');
if (!root) throw new Error('melden.html has no element with id root');
takeOver(root);
document.dispatchEvent(new Event(programIsHere));

/** The first screens stand there already, and may have been answered: they are taken over as they are. */
function takeOver(screen: HTMLElement): void {
  const app = (
    <StrictMode>
      <ReportApp answered={answersOnScreen(screen)} />
    </StrictMode>
  );
  const { screen: name = 'waiting' } = screen.dataset;
  if (name === 'waiting') createRoot(screen).render(app);
  else hydrateRoot(screen, app);
}
