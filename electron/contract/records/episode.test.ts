import { expect, it } from 'vitest';
import { parseRecord } from '../record-type';
import { newId } from '../ulid';
import { Episode, episodeRecord } from './episode';

it('an episode of before names no guests, and stays what it was', () => {
  const [id, rundownId, assetId] = [newId(), newId(), newId()];
  const piece = { stepId: `${rundownId}:${newId()}`, title: 'Pembuka', from: 1, until: 2, assetIds: [assetId] };
  const old = {
    ...{
      state: 'making',
      id,
      rev: 3,
      showId: newId(),
      rundownId,
      programmeId: null,
      album: 'Cek DPT',
      title: 'Cek DPT',
    },
    ...{ description: '', airedAt: 1, pieces: [piece], createdAt: 5, createdBy: 'Anna' },
  };
  expect(Episode.safeParse(old).success).toBe(false);
  expect(parseRecord(episodeRecord, old, 1)).toEqual({
    ...old,
    ...{ pieces: [{ ...piece, guestIds: [] }], lacking: [] },
  });
});
