/** Generated clips with known faults at known times, and clean ones in which false alarms are counted. Real ffmpeg. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cleanClips, FAULTY } from '../../../../tests/fixtures/quality-clips';
import { openLook, work } from '../../../../tests/fixtures/quality-look';
import type { FindingKind, QualityFinding } from '../../../contract/records/quality';
import { USUAL_LIMITS } from '../../../contract/records/quality-limits';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let eye: Awaited<ReturnType<typeof openLook>>;
beforeAll(async () => {
  eye = await openLook();
});
afterAll(() => eye.close());

const look = async (path: string): Promise<QualityFinding[]> => (await eye.look(path)).found;

const of = (found: readonly QualityFinding[], kind: FindingKind) => found.filter((each) => each.kind === kind);
const said = (found: readonly QualityFinding[]) =>
  found.map(({ kind, severity, fromMs, toMs }) => `${kind}(${severity}) ${fromMs}-${toMs}`);

/** A frame of 25 a second, and a little. */
const FRAME = 45;

const TIMED: [keyof typeof FAULTY, FindingKind, number, number, number][] = [
  ['flash5', 'flashing', 3000, 4900, 2 * FRAME],
  ['flashRed', 'flashing', 3000, 4900, 2 * FRAME],
  ['black', 'black', 2000, 3500, FRAME],
  ['longBlack', 'black', 9000, 15_000, FRAME],
  ['frozen', 'frozen', 3000, 6000, FRAME],
  ['silent', 'silent', 4000, 7000, 60],
  ['clipped', 'clipped', 5000, 7000, 200],
];

describe('known faults at known times', () => {
  it.each(TIMED)('%s: %s', async (clip, kind, from, to, slack) => {
    const found = await look(await FAULTY[clip]());
    const [first, ...more] = of(found, kind);
    console.log(
      `${clip}: ${kind} known ${from}-${to}, found ${first?.fromMs}-${first?.toMs}; all: ${said(found).join(', ')}`,
    );
    expect(more).toEqual([]);
    expect(Math.abs((first?.fromMs ?? -1e6) - from)).toBeLessThanOrEqual(slack);
    expect(Math.abs((first?.toMs ?? -1e6) - to)).toBeLessThanOrEqual(slack);
  });

  it.each(['flash2', 'flashSmall'] as const)('%s is no flash', async (clip) => {
    expect(of(await look(await FAULTY[clip]()), 'flashing')).toEqual([]);
  });

  it.each([
    ['loud', 'tooLoud'],
    ['quiet', 'tooQuiet'],
    ['letterbox', 'letterbox'],
    ['pillarbox', 'letterbox'],
    ['interlaced', 'interlaced'],
    ['interlacedSaid', 'interlaced'],
    ['range', 'colourRange'],
    ['duplicated', 'duplicated'],
    ['poor', 'lowBitRate'],
    ['smallText', 'smallText'],
    ['offSlot', 'wrongDuration'],
  ] as const)('%s: %s', async (clip, kind) => {
    const found = await look(await FAULTY[clip]());
    console.log(`${clip}: ${said(found).join(', ')}`, JSON.stringify(of(found, kind)[0]));
    expect(of(found, kind)).toHaveLength(1);
    // The test picture counts its time in figures of 10 lines of 360, which are small letters.
    const others = found.filter((each) => ![kind, 'noCaptions', 'smallText'].includes(each.kind));
    expect(said(others)).toEqual([]);
  });
});

describe('clean clips', () => {
  const clips = cleanClips();
  const counts = { error: 0, warning: 0, info: 0 };
  afterAll(() => console.log(`false alarms in ${clips.length} clean clips: ${JSON.stringify(counts)}`));

  it.each(clips)('$name', async ({ name, make }) => {
    const found = (await look(await make())).filter(({ kind }) => kind !== 'noCaptions');
    for (const { severity } of found) counts[severity] += 1;
    if (found.length > 0) console.log(name, said(found).join(', '));
    expect(of(found, 'flashing')).toEqual([]);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('ends with the reason it was stopped for, wherever it was, and leaves nothing that fails unheard', async () => {
  const source = await FAULTY.longBlack();
  const probe = await eye.media.probe(source, 'as it came', work());
  const unheard: unknown[] = [];
  const hear = (fault: unknown) => unheard.push(fault);
  process.on('unhandledRejection', hear);
  for (const afterMs of [0, 20, 60, 120, 250, 400]) {
    const stop = new AbortController();
    const looked = eye.media.look(
      { source, probe, dir: eye.dir, limits: USUAL_LIMITS },
      { signal: stop.signal, progress: () => {} },
    );
    setTimeout(() => stop.abort(new Error('stopping')), afterMs);
    await expect(looked).rejects.toThrow('stopping');
  }
  await new Promise((turn) => setTimeout(turn, 100));
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
