import { useComponentText } from './text.ts';
import './StepBar.css';

/** "Stap 2 van 5", and how far that is. */
export function StepBar({ step, total }: { step: number; total: number }) {
  const text = useComponentText();
  return (
    <div className="step-bar">
      <svg className="step-bar__track" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
        <rect className="step-bar__ground" width="100" height="2" />
        <rect className="step-bar__done" width={(100 * step) / total} height="2" />
      </svg>
      <p className="small soft">{text.step(step, total)}</p>
    </div>
  );
}
