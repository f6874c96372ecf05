/** Asks the station, while somebody fills the form in, what stands in the way of it and what it would take. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Checked, ConflictField } from '../../../../../electron/contract/api/planning';
import { orpc } from '../../../../client/client';
import { useDraftId } from '../drafts/open-draft';
import { check, type FormValues } from './draft';

/** Quiet that ends typing, ms. */
export const QUIET_MS = 350;

export interface CheckedForm {
  /** Null while the form cannot be checked yet, or nothing is known. */
  checked: Checked | null;
  pending: boolean;
  conflictsAt(field: ConflictField): Checked['conflicts'];
}

export function useCheck(form: FormValues, id: string | null): CheckedForm {
  const [quiet] = useDebouncedValue(form, QUIET_MS);
  // A name is no matter of planning: one that is still missing must not keep the rest from being checked.
  const asked = check({ ...quiet, name: quiet.name.trim() || '-' });
  const draftId = useDraftId();
  const input = asked.ok ? { draft: asked.draft, id, draftId } : undefined;
  const query = useQuery({
    ...orpc.planning.check.queryOptions({ input: input ?? EMPTY }),
    enabled: input !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const checked = input && query.data ? query.data : null;
  return {
    checked,
    pending: input !== undefined && (query.isFetching || quiet !== form),
    conflictsAt: (field) => checked?.conflicts.filter((conflict) => conflict.field === field) ?? [],
  };
}

/** Never sent: only asked of with a draft. */
const EMPTY = {
  draft: {
    ...{ name: '-', what: { kind: 'asset' as const, assetId: '' }, where: { displayIds: [], groupIds: [] } },
    ...{ how: { kind: 'rotation' as const }, from: '', to: '', weekdays: [], dayparts: [] },
    ...{ zone: 'station' as const, paused: false },
  },
};
