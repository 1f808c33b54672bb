import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endpoints } from './index.ts';

describe('the contract', () => {
  it('lists what every contract file exports', async () => {
    const files = readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name) && name !== 'index.ts');
    const exported = await Promise.all(
      files.map((name) => import(/* @vite-ignore */ `./${name}`) as Promise<Record<string, unknown>>),
    );
    const described = exported.flatMap((module) =>
      Object.values(module).filter(
        (value) => typeof value === 'object' && value !== null && 'path' in value && 'answer' in value,
      ),
    );
    expect(new Set(endpoints)).toEqual(new Set(described));
  });

  it('gives each endpoint a name and an address of its own', () => {
    const names = endpoints.map(({ name }) => name);
    const addresses = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(names).toEqual([...new Set(names)]);
    expect(addresses).toEqual([...new Set(addresses)]);
  });

  it.each(
    endpoints.map((endpoint) => [endpoint.name, endpoint] as const),
  )('%s names every parameter in its path', (_name, endpoint) => {
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = Object.keys((endpoint.params as { shape?: object } | undefined)?.shape ?? {});
    expect(described.sort()).toEqual(inPath.sort());
  });
});
