/** A change that waits for a second person, in lines that this person can judge it by. */
import type { LockChangeLine } from '../../contract/api/lock-changes';
import { parseRecord } from '../../contract/record-type';
import { type RecordName, type Records, recordTypes } from '../../contract/records';
import type { LockChange } from '../../contract/records/lock-change';
import { RuleFields } from '../../contract/records/rule';
import { airs, type Reader } from '../store';

type Held = LockChange['changes'][number];
type Ground = Pick<Reader, 'get'>;

export function linesOf(reader: Ground, changes: readonly Held[]): LockChangeLine[] {
  return changes.flatMap((change): LockChangeLine[] => {
    switch (change.record) {
      case 'rule':
        return ruleLines(imagesOf('rule', change));
      case 'stageCalendar':
        return stageLines(imagesOf('stageCalendar', change));
      case 'settings':
        return settingsLines(imagesOf('settings', change));
      case 'asset':
        return assetLines(reader, imagesOf('asset', change));
      case 'agency': {
        const { before, after } = imagesOf('agency', change);
        return named(before ?? after, (name) => [
          { kind: 'agencyKind', name, before: before?.kind ?? null, after: after?.kind ?? null },
        ]);
      }
      case 'display': {
        const { before, after } = imagesOf('display', change);
        return named(before ?? after, (name) => [
          { kind: 'place', name, before: before?.place ?? '', after: after?.place ?? '' },
        ]);
      }
      case 'displayGroup':
        return groupLines(reader, imagesOf('displayGroup', change));
      default:
        // Versions of rules, and what else goes along.
        return [];
    }
  });
}

interface Images<N extends RecordName> {
  before: Records[N] | null;
  after: Records[N] | null;
}

function imagesOf<N extends RecordName>(record: N, { version, before, after }: Held): Images<N> {
  const read = (image: Held['before']) =>
    image === null ? null : (parseRecord(recordTypes[record], image, version) as Records[N]);
  return { before: read(before), after: read(after) };
}

const named = (of: { name: string } | null, lines: (name: string) => LockChangeLine[]): LockChangeLine[] =>
  of ? lines(of.name) : [];

function ruleLines({ before, after }: Images<'rule'>): LockChangeLine[] {
  const said = (rule: Records['rule'] | null) => (rule ? RuleFields.parse(rule) : null);
  return named(before ?? after, (name) => [{ kind: 'rule', name, before: said(before), after: said(after) }]);
}

function stageLines({ before, after }: Images<'stageCalendar'>): LockChangeLine[] {
  const keys = new Set([...(before?.stages ?? []), ...(after?.stages ?? [])].map(({ key }) => key));
  return [...keys].flatMap((key): LockChangeLine[] => {
    const [was, is] = [before, after].map((of) => of?.stages.find((stage) => stage.key === key) ?? null);
    const moved = was?.from !== is?.from || was?.to !== is?.to;
    return moved
      ? named(was ?? is ?? null, (name) => [{ kind: 'stage', name, before: was ?? null, after: is ?? null }])
      : [];
  });
}

function settingsLines({ before, after }: Images<'settings'>): LockChangeLine[] {
  if (!after) return [];
  const [held, next] = [before?.categories ?? [], after.categories];
  const added = next.filter((category) => !held.includes(category));
  const removed = held.filter((category) => !next.includes(category));
  return [
    ...(added.length + removed.length > 0 ? [{ kind: 'categories' as const, added, removed }] : []),
    ...(before && before.zone !== after.zone
      ? [{ kind: 'zone' as const, before: before.zone, after: after.zone }]
      : []),
  ];
}

function assetLines(reader: Ground, { before, after }: Images<'asset'>): LockChangeLine[] {
  if (!before || !after) return [];
  const { name } = before;
  const agency = (id: string | null) => (id === null ? null : (reader.get('agency', id)?.name ?? null));
  return [
    ...(before.category === after.category
      ? []
      : [{ kind: 'category' as const, name, before: before.category, after: after.category }]),
    ...(before.agencyId === after.agencyId
      ? []
      : [{ kind: 'agency' as const, name, before: agency(before.agencyId), after: agency(after.agencyId) }]),
    ...(!airs(before) && airs(after) && after.category !== null
      ? [{ kind: 'approval' as const, name, category: after.category }]
      : []),
  ];
}

function groupLines(reader: Ground, { before, after }: Images<'displayGroup'>): LockChangeLine[] {
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => reader.get('display', id)?.name ?? []);
  const [was, is] = [before?.displayIds ?? [], after?.displayIds ?? []];
  const leaving = namesOf(was.filter((id) => !is.includes(id)));
  const entering = namesOf(is.filter((id) => !was.includes(id)));
  return named(before ?? after, (name) => [
    ...(leaving.length > 0 || entering.length === 0 ? [{ kind: 'group' as const, name, leaving }] : []),
    ...(entering.length > 0 ? [{ kind: 'joins' as const, name, entering }] : []),
  ]);
}
