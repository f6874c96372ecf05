/** Ways out of what was found: candidates tried one after another, each offered only when it helps. */
import type { WayOut } from '../../contract/api/planning';
import type { Steps } from '../steps';
import { type Finding, keyOf, RANK } from './finding';
import type { Memory } from './stage';
import { type Asked, type Candidate, changed, type Group, type Largest, type Patience, type Trial } from './trial';
import { tryOut } from './try-out';
import { candidatesFor } from './ways-out';

/** More than a few buttons beside one sentence are no help. */
const MOST_OFFERED = 4;
/** Halvings until the largest number is near enough: of 60 that is the number itself. */
const MOST_HALVINGS = 6;

export interface Ways {
  trial: Trial;
  ground: Asked['ground'];
  memory: Memory;
  patience: Patience;
  /** What was found without any change, by `keyOf`. */
  before: ReadonlyMap<string, Finding>;
  /** What was found with changes that were tried, also for other findings; null where it was not looked at far enough. */
  tried: Map<string, readonly Finding[] | null>;
}

export function* waysOut(finding: Finding, ways: Ways): Steps<WayOut[]> {
  const offered: WayOut[] = [];
  if (!ways.patience.moreWays()) return offered;
  for (const group of candidatesFor({ finding, ...ways })) {
    if (offered.length >= MOST_OFFERED || !ways.patience.moreWays()) break;
    const way = yield* oneThatHelps(group, finding, ways);
    if (way) offered.push({ label: way.label, change: way.change });
  }
  return offered;
}

function* oneThatHelps(group: Group, finding: Finding, ways: Ways): Steps<Candidate | null> {
  if ('most' in group) return yield* largestThatHelps(group, finding, ways);
  for (const candidate of group) {
    if (!ways.patience.moreWays()) return null;
    if (yield* helps(candidate, finding, ways)) return candidate;
  }
  return null;
}

/** What fits is not quite even in the number asked for: found is one that helps, seldom one or two below the largest. */
function* largestThatHelps(group: Largest, finding: Finding, ways: Ways): Steps<Candidate | null> {
  let [low, high] = [0, group.most];
  let best: Candidate | null = null;
  for (let value = high, halved = 0; value > low && halved <= MOST_HALVINGS; value = (low + high) >> 1, halved++) {
    if (!ways.patience.moreWays()) break;
    const candidate = group.with(value);
    if (yield* helps(candidate, finding, ways)) {
      best = candidate;
      low = value;
      if (value === group.most) break;
    } else high = value;
  }
  return best;
}

/** Rid of what was found, with nothing new in its place on the displays that were looked at. */
function* helps(candidate: Candidate, finding: Finding, ways: Ways): Steps<boolean> {
  const key = JSON.stringify(candidate.change);
  const known = ways.tried.get(key);
  const findings = known === undefined ? yield* findingsWith(candidate, ways) : known;
  ways.tried.set(key, findings);
  if (findings === null) return false;
  // The same kind of conflict with another slot, clip or booking is a new one: one dead end is no way out of another.
  return findings.every((each) => {
    const same = ways.before.get(keyOf(each));
    const isKnown = same !== undefined && RANK[each.severity] >= RANK[same.severity];
    return each.reason.code !== finding.reason.code && (each.severity === 'notice' || isKnown);
  });
}

function* findingsWith(
  candidate: Candidate,
  { ground, trial, memory, patience }: Ways,
): Steps<readonly Finding[] | null> {
  const draft = changed(trial.draft, candidate.change);
  if (draft.from > draft.to) return null;
  // Of what is over no display was looked at.
  const here = trial.reach === null ? ground.stages : ground.stages.slice(0, trial.laid.length);
  const stages = candidate.stages ?? here;
  const { findings, laid } = yield* tryOut({ ...ground, stages }, draft, memory, patience.moreWays);
  // Not looked at as far as the draft itself was: it may not help.
  if (laid.length < stages.length) return null;
  const wasExact = new Set(trial.laid.filter(({ exact }) => exact).map(({ stage }) => stage));
  if (laid.some(({ exact, stage }) => !exact && wasExact.has(stage))) return null;
  return candidate.stages && !patience.moreWays() ? null : findings;
}
