/** What was found to stand in a draft's way, before it is told with its ways out. */
import type { ConflictField, ConflictSeverity } from '../../contract/api/planning';
import type { Reason } from '../../contract/scalars';
import type { Laid } from './stage';

export interface Finding {
  reason: Reason;
  severity: ConflictSeverity;
  field: ConflictField;
  displayIds: readonly string[];
  /** Day number. */
  day: number | null;
}

/** The worst comes first. */
export const RANK: Record<ConflictSeverity, number> = { stops: 0, costs: 1, notice: 2 };

/** The same thing found on several displays or days is one finding: the worst of it, from its first day. */
export function merged(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const before = byKey.get(key);
    byKey.set(key, before ? joined(before, finding) : finding);
  }
  return [...byKey.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** Which conflict it is, wherever and whenever it was found. */
export function keyOf({ reason: { code, params } }: Finding): string {
  return [code, params.slot, params.asset, params.booking].join(' ');
}

function joined(a: Finding, b: Finding): Finding {
  const [worse, other] = RANK[b.severity] < RANK[a.severity] || isLess(b, a) ? [b, a] : [a, b];
  return {
    ...worse,
    reason: { ...worse.reason, params: { ...worse.reason.params, ...namesOf(a, b) } },
    displayIds: [...new Set([...a.displayIds, ...b.displayIds])],
    day: worse.day === null || other.day === null ? (worse.day ?? other.day) : Math.min(worse.day, other.day),
  };
}

const MOST_NAMES = 3;

/** Who stands in the way on one display or another; the first few of them. */
function namesOf(a: Finding, b: Finding): { by?: string } {
  const names = [a, b].flatMap(({ reason: { params } }) =>
    params.by === undefined ? [] : String(params.by).split(', '),
  );
  if (names.length === 0) return {};
  return { by: [...new Set(names)].slice(0, MOST_NAMES).join(', ') };
}

const isLess = (a: Finding, b: Finding) => Number(a.reason.params.possible) < Number(b.reason.params.possible);

/** On the displays of a laid draft: `stops` where it is given no play at all, else what is said. */
export function foundOn(laid: Laid, severity: ConflictSeverity) {
  const stopped = laid.looks.every((look) => !look.with.counts.has(laid.draft.id));
  return {
    severity: severity === 'costs' && stopped ? ('stops' as const) : severity,
    displayIds: laid.stage.displayIds,
  };
}
