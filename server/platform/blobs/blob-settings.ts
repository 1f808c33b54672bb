import path from 'node:path';
import { EnvironmentProblem } from '../environment.ts';
import { type BlobStore, diskBlobs } from './disk-blobs.ts';
import { s3Blobs } from './s3-blobs.ts';

const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
type Name = (typeof names)[number];

/** Files lie in `DATA_DIR/attachments`, or in a bucket where the five variables of S3 are set: all of them, or none. */
export function blobsFor(variables: Readonly<Record<string, string | undefined>>, dataDir: string): BlobStore {
  if (!usesBucket(variables)) return diskBlobs(path.join(dataDir, 'attachments'));
  const missing = names.filter((name) => !variables[name]);
  if (missing.length > 0) throw new EnvironmentProblem(`Files go to S3, but this is not set: ${missing.join(', ')}.`);
  const of = (name: Name) => variables[name] ?? '';
  return s3Blobs({
    endpoint: httpAddress(of('S3_ENDPOINT')),
    bucket: of('S3_BUCKET'),
    region: of('S3_REGION'),
    accessKeyId: of('S3_ACCESS_KEY_ID'),
    secretAccessKey: of('S3_SECRET_ACCESS_KEY'),
  });
}

export function usesBucket(variables: Readonly<Record<string, string | undefined>>): boolean {
  return names.some((name) => Boolean(variables[name]));
}

function httpAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.username === '') return url.href;
  throw new EnvironmentProblem(
    'S3_ENDPOINT must be an address such as https://s3.example.nl, without a question or a name.',
  );
}
