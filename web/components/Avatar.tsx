import './Avatar.css';

const particles = new Set(['de', 'den', 'der', 'van', 'ter', 'ten', "'t", 'el', 'al']);

/** "Fatima El Amrani" → FA, "Henk de Boer" → HB: first name and the name that counts, without its particles. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !particles.has(word.toLowerCase()));
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** A face without a photo. The name stands beside it, so it is silent itself. `null` is somebody nobody knows yet. */
export function Avatar({ name, size = 36 }: { name: string | null; size?: 28 | 36 | 48 }) {
  return (
    <span className={`avatar avatar--${size}${name ? '' : ' avatar--unknown'}`} aria-hidden="true">
      {name ? initials(name) : '?'}
    </span>
  );
}
