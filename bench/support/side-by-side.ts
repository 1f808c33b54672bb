import { load, type Measured, median, type Request } from './load.ts';

interface Side {
  readonly name: string;
  readonly url: string;
  readonly next: () => Request;
}

interface Comparison {
  readonly title: string;
  readonly ours: Side;
  readonly bare: Side;
  /** Ours divided by bare may not be less. */
  readonly atLeast: number;
  readonly rounds?: number;
  readonly seconds?: number;
  readonly hands?: number;
}

/** Ours and the bare one in turn, so that a machine that slows down slows both; the median of the ratios counts. */
export async function compare({
  title,
  ours,
  bare,
  atLeast,
  rounds = 5,
  seconds = 3,
  hands = 8,
}: Comparison): Promise<boolean> {
  const ratios: number[] = [];
  const figures: { ours: Measured; bare: Measured }[] = [];
  await load(bare.url, bare.next, { hands, seconds: 1 });
  await load(ours.url, ours.next, { hands, seconds: 1 });
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await load(bare.url, bare.next, { hands, seconds });
    const own = await load(ours.url, ours.next, { hands, seconds });
    ratios.push(own.perSecond / theirs.perSecond);
    figures.push({ ours: own, bare: theirs });
  }
  const ratio = median(ratios);
  const rate = (side: 'ours' | 'bare') => Math.round(median(figures.map((figure) => figure[side].perSecond)));
  const slow = (side: 'ours' | 'bare') => median(figures.map((figure) => figure[side].p95)).toFixed(1);
  console.log(`\n${title} (${hands} at a time, ${rounds} rounds of ${seconds} s)`);
  console.log(`  ${ours.name}: ${rate('ours')} a second, p95 ${slow('ours')} ms`);
  console.log(`  ${bare.name}: ${rate('bare')} a second, p95 ${slow('bare')} ms`);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((value) => value.toFixed(2));
  console.log(
    `  ratio ${ratio.toFixed(2)} (${least}–${most}), at least ${atLeast}: ${ratio >= atLeast ? 'good' : 'TOO SLOW'}`,
  );
  return ratio >= atLeast;
}
