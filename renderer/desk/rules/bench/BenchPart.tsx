/** "May this air?": material as it is or as it might be, places and a moment; the answer with its reasons, and a week around it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchAnswer } from '../../../../electron/contract/api/rules';
import { Channel } from '../../../../electron/contract/records/matter';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings-defaults';
import { orpc } from '../../../client/client';
import { timeIn, todayIn, toInstant } from '../../../operator/shared/days';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import { Answer } from './Answer';
import css from './Bench.module.css';
import { type Asked, BenchForm } from './BenchForm';
import { SUPPOSED, type Supposed } from './supposed';

const WEEK_MS = 7 * 86_400_000;

export function BenchPart() {
  const { t } = useTranslation('rules');
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const [seenAt] = useState(Date.now);
  const [asked, setAsked] = useState<Asked>({ assetId: null, displayIds: [], day: null, time: null, unsure: false });
  const [supposed, setSupposed] = useState<Supposed>(SUPPOSED);
  const day = asked.day ?? todayIn(zone, seenAt);
  const time = asked.time ?? timeIn(zone, seenAt).slice(0, 5);
  const matter = asked.assetId
    ? { kind: 'asset' as const, assetId: asked.assetId }
    : { kind: 'supposed' as const, ...supposed };
  const at = toInstant(day, `${time.slice(0, 5)}:00`, zone);
  const from = toInstant(day, '00:00:00', zone);
  const places = { channels: [...Channel.options], displayIds: asked.displayIds };
  const clock = asked.unsure ? ('untrusted' as const) : ('trusted' as const);
  const keep = { placeholderData: <T,>(held: T) => held };
  const answers = useQuery({ ...orpc.rules.ask.queryOptions({ input: { matter, at, clock, ...places } }), ...keep });
  const weeks = useQuery({
    ...orpc.rules.spells.queryOptions({ input: { matter, from, until: from + WEEK_MS, ...places } }),
    ...keep,
  });
  const displayName = (id: string) => displays.find(({ display }) => display.id === id)?.display.name ?? t('gone');
  const nameOf = ({ channel, displayId, breaks }: Pick<BenchAnswer, 'channel' | 'displayId' | 'breaks'>) =>
    displayId === null ? t(breaks ? 'bench.breaks' : `channelName.${channel}`) : displayName(displayId);
  return (
    <div className={css.bench}>
      <BenchForm
        {...{ asked, supposed, day, time }}
        onAsked={(part) => setAsked((held) => ({ ...held, ...part }))}
        onSupposed={(part) => setSupposed((held) => ({ ...held, ...part }))}
      />
      <section className={css.answers} aria-label={t('bench.answers')} aria-live="polite">
        <h2>{t('bench.answers')}</h2>
        {answers.error && <FaultPanel fault={answers.error} onRetry={() => void answers.refetch()} />}
        {answers.isPending && <RowSkeletons label={t('loading')} rows={5} />}
        <ul>
          {answers.data?.map((answer, index) => (
            <Answer
              key={answer.displayId ?? `${answer.channel} ${answer.breaks}`}
              name={nameOf(answer)}
              {...{ answer, displayName }}
              assetId={asked.assetId}
              spells={weeks.data?.[index]?.spells ?? []}
              {...{ from, at }}
            />
          ))}
        </ul>
        <p className={desk.muted}>{t('bench.capsNotAsked')}</p>
      </section>
    </div>
  );
}
