/** Material of the library by id: as it is, null where it is gone, missing while it is on its way. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Asset, isProbed } from '../../../electron/contract/records/asset';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { failureOf } from '../../client/failure';
import { type PapersTrouble, papersTrouble } from '../../operator/shared/papers-trouble';

export type Materials = ReadonlyMap<string, Asset | null>;

export function useMaterials(ids: readonly string[]): Materials {
  // By what is asked for: the list itself is another with every edit.
  const asked = [...new Set(ids)].sort().join();
  const wanted = useMemo(() => (asked === '' ? [] : asked.split(',')), [asked]);
  const answers = useQueries({ queries: wanted.map((id) => orpc.library.get.queryOptions({ input: { id } })) });
  const mark = answers.map(({ data, error }) => `${data?.rev ?? ''}${error ? 'x' : ''}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are a new list at every render; their revisions say when they differ
  return useMemo(() => {
    const known: [string, Asset | null][] = [];
    for (const [at, id] of wanted.entries()) {
      const { data, error } = answers[at] ?? {};
      if (data) known.push([id, data]);
      else if (failureOf(error)?.code === 'notFound') known.push([id, null]);
    }
    return new Map(known);
  }, [wanted, mark]);
}

export const lengthOfMaterial = (asset: Asset | null | undefined): number =>
  asset && isProbed(asset) && asset.probe.kind !== 'image' ? asset.probe.durationMs : 0;

/** Why it cannot air as things stand: of itself, and of its papers; null where it can. */
export type Trouble = PapersTrouble | 'gone' | 'failed' | 'notReady' | 'shelved';

/** @param date the day on which it is to air; where none is meant its days are not asked about */
export function troubleOf(asset: Asset | null | undefined, date: LocalDate | null): Trouble | null {
  if (asset === undefined) return null;
  if (asset === null || asset.trashedAt !== null) return 'gone';
  return papersTrouble(asset, date) ?? stateTrouble(asset);
}

function stateTrouble({ state, archivedAt }: Asset): Trouble | null {
  if (state === 'failed') return 'failed';
  if (archivedAt !== null) return 'shelved';
  return state === 'ready' ? null : 'notReady';
}
