const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const GIGABYTE = KILOBYTE * MEGABYTE;

/** "340 kB", "2,4 MB", "2 GB": as people say it. */
export function megabytes(bytes: number, language: 'nl' | 'en'): string {
  const [unit, size] =
    bytes >= GIGABYTE ? ['GB', GIGABYTE] : bytes >= MEGABYTE ? ['MB', MEGABYTE] : (['kB', KILOBYTE] as const);
  const count = Math.max(1, bytes / Number(size));
  const digits = count < 10 && unit !== 'kB' ? 1 : 0;
  return `${count.toLocaleString(language, { maximumFractionDigits: digits })} ${unit}`;
}
