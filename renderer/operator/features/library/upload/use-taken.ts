/** The assets that finished uploads became, kept true by the live feed. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { orpc } from '../../../../client/client';
import type { Taken, Upload } from './uploads';

export function useTaken(uploads: readonly Upload[]): Taken {
  const ids = useMemo(
    () => [...new Set(uploads.flatMap(({ state, assetId }) => (state === 'done' && assetId ? [assetId] : [])))],
    [uploads],
  );
  const combine = useCallback(
    (answers: { data: Asset | undefined }[]): Taken =>
      new Map(answers.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
    [],
  );
  return useQueries({ queries: ids.map((id) => orpc.library.get.queryOptions({ input: { id } })), combine });
}
