// `npm ci` on another platform fails when the lock file misses that platform's packages, and on another registry when it holds addresses.
import fs from 'node:fs';
import path from 'node:path';

interface LockedPackage {
  readonly optionalDependencies?: Record<string, string>;
  readonly resolved?: string;
}

const file = path.join(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(fs.readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };

/** Where Node looks for a dependency of the package at `place`: inside it, then in every folder above. */
function isLocked(place: string, dependency: string): boolean {
  const candidate = `${place ? `${place}/` : ''}node_modules/${dependency}`;
  if (packages[candidate]) return true;
  const above = place.lastIndexOf('/node_modules/');
  return place !== '' && isLocked(above === -1 ? '' : place.slice(0, above), dependency);
}

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((dependency) => !isLocked(place, dependency))
    .map((dependency) => `${dependency}, wanted by ${place || 'us'}`),
);
const addressed = Object.keys(packages).filter((place) => packages[place]?.resolved?.startsWith('http'));

for (const name of missing) console.error(`Not in the lock file: ${name}`);
for (const place of addressed) console.error(`Has an address in the lock file: ${place}`);
console.log(`${Object.keys(packages).length} locked packages were looked at.`);
process.exitCode = missing.length + addressed.length > 0 ? 1 : 0;
