/** What the office may choose of in the form of a submission: stages, and its displays. */
import { useQuery } from '@tanstack/react-query';
import { stageChoices } from '../../../electron/domain/submission/stages';
import { orpc } from '../../client/client';
import type { Choices } from './Fields';

export function useChoices(): Choices {
  const calendars = useQuery(orpc.stages.list.queryOptions()).data ?? [];
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  return {
    stages: stageChoices(calendars),
    displays: displays.map(({ display: { id, name } }) => ({ value: id, label: name })),
  };
}
