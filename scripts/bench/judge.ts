/**
 * judge: verdicts a second by the rules of an election (the state-facilities rule, tobacco hours, a campaign window, caps, a lock, and
 * 40 rules of other categories) over 500 clips on 50 displays at moments of a month; against as many calls of a function that
 * does nothing.
 */
import type { Matter } from '../../electron/contract/records/matter';
import { ALWAYS, EVERYWHERE, type Rule } from '../../electron/contract/records/rule';
import { HOUR_MS } from '../../electron/domain/calendar';
import { judge } from '../../electron/domain/judge/judge';
import { at, LOCK, matter, PANEL, rule, under } from '../../electron/domain/judge/samples';
import type { Place } from '../../electron/domain/judge/types';
import { median, note, report } from './lib/report';

const CALLS = 1_000_000;
const ROUNDS = 7;
const CATEGORIES = ['Pemilu', 'Kesehatan', 'Iklan kampanye', 'Iklan rokok', null];

const campaign = { ...EVERYWHERE, categories: ['Iklan kampanye'] };
const rules: Rule[] = [
  LOCK,
  rule(1, { scope: campaign, time: { ...ALWAYS, from: '2024-11-10', to: '2024-11-23', outside: true } }),
  rule(2, {
    scope: { ...EVERYWHERE, categories: ['Iklan rokok'], channels: ['displays'] },
    time: { ...ALWAYS, hours: [{ start: '22:00:00', end: '05:00:00' }], outside: true },
  }),
  rule(3, { scope: campaign, does: { kind: 'cap', plays: 10, seconds: null, of: 'subject', counts: 'place' } }),
  rule(4, { scope: campaign, does: { kind: 'longest', ms: 30_000 } }),
  ...Array.from({ length: 40 }, (_, n) => rule(10 + n, { scope: { ...EVERYWHERE, categories: [`Lain ${n}`] } })),
];
const context = { ...under(rules), used: () => ({ plays: 3, ms: 90_000 }) };

const clips: Matter[] = Array.from({ length: 500 }, (_, n) =>
  matter({ category: CATEGORIES[n % CATEGORIES.length] ?? null }),
);
const panels: Place[] = Array.from({ length: 50 }, (_, n) => ({ ...PANEL, id: rule(800 + n, {}).id }));
const from = at('2024-11-01T00:00:00');
const moments = Array.from({ length: 30 * 24 }, (_, hour) => from + hour * HOUR_MS);

let allowed = 0;
function verdicts(): void {
  for (let n = 0; n < CALLS; n++) {
    const clip = clips[n % clips.length] as Matter;
    const panel = panels[(n >> 3) % panels.length] as Place;
    if (judge(clip, panel, moments[n % moments.length] as number, context).allowed) allowed++;
  }
}

function nothing(clip: Matter, panel: Place, moment: number): boolean {
  return clip.ms > 0 && panel.id.length > 0 && moment > 0;
}
function calls(): void {
  for (let n = 0; n < CALLS; n++) {
    const clip = clips[n % clips.length] as Matter;
    const panel = panels[(n >> 3) % panels.length] as Place;
    if (nothing(clip, panel, moments[n % moments.length] as number)) allowed++;
  }
}

const secondsOf = (work: () => void): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};

verdicts();
calls();
const [mine, bare] = [verdicts, calls].map((work) => median(Array.from({ length: ROUNDS }, () => secondsOf(work)))) as [
  number,
  number,
];
note(
  `${CALLS} verdicts by ${rules.length} rules in ${(mine * 1000).toFixed(0)} ms, as many empty calls in ${(bare * 1000).toFixed(1)} ms (${allowed} allowed)`,
);
report({ bench: 'judge', metric: 'verdicts_per_s', value: CALLS / mine, unit: '1/s', reference: CALLS / bare });
