import './Avatar.css';

/** "Fatima El Amrani" → FE, "Henk de Boer" → HB: prefixes do not count. The server says the same. */
export function initials(name: string): string {
  const [given = '?', ...family] = name.trim().split(/\s+/);
  const counts = family.slice(
    Math.max(
      0,
      family.findIndex((word) => !/^[\p{Ll}'’]+$/u.test(word)),
    ),
  );
  return `${[...given][0] ?? '?'}${[...(counts[0] ?? '')][0] ?? ''}`.toUpperCase();
}

/** A face without a photo. The name stands beside it, so it is silent itself. `null` is somebody nobody knows yet. */
export function Avatar({ name, size = 36 }: { name: string | null; size?: 28 | 36 | 48 }) {
  return (
    <span
      className={`avatar avatar--${size}${name ? '' : ' avatar--unknown'}`}
      aria-hidden="true"
      data-initials={name ? initials(name) : '?'}
    />
  );
}
