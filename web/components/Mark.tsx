import './Mark.css';

/** Our mark: one who stands in front, and one who has their back. */
export function Mark({ word = true }: { word?: boolean }) {
  return (
    <span className="mark">
      <svg viewBox="0 0 28 24" width="28" height="24" aria-hidden="true" focusable="false">
        <path className="mark__back" d="M10 4.5A2.5 2.5 0 0 1 12.5 2h12A2.5 2.5 0 0 1 27 4.5V11a8.5 8.5 0 0 1-17 0z" />
        <path className="mark__front" d="M1 6.5A2.5 2.5 0 0 1 3.5 4h12A2.5 2.5 0 0 1 18 6.5V13a8.5 8.5 0 0 1-17 0z" />
      </svg>
      <span className={word ? undefined : 'visually-hidden'}>Rugdekking</span>
    </span>
  );
}
