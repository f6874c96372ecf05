/** Which lock keeps material off the air now and why, as the judge says it. Nothing where none does. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { Channel } from '../../../../../electron/contract/records/matter';
import { orpc } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { reasonTexts } from '../../../i18n/say';
import css from './Detail.module.css';

const OF_LOCKS = ['judge.locked', 'judge.unknownUnderLock'];

/** `at` is of when it was opened: answers are asked anew when a rule, a lift or the material changes. */
export function LockNote({ asset: { id, rev } }: { asset: Pick<Asset, 'id' | 'rev'> }) {
  const [at] = useState(stationNow);
  const input = { matter: { kind: 'asset' as const, assetId: id }, at, channels: [...Channel.options], displayIds: [] };
  const { queryKey, ...options } = orpc.rules.ask.queryOptions({ input });
  const answers = useQuery({ ...options, queryKey: [...queryKey, rev] }).data ?? [];
  const because = answers.flatMap(({ verdict }) => verdict.because.map(({ reason }) => reason));
  return reasonTexts(because.filter(({ code }) => OF_LOCKS.includes(code))).map((text) => (
    <p key={text} className={css.quiet}>
      {text}
    </p>
  ));
}
