import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../electron/contract/api/schedule';
import type { Clip } from '../../../../electron/contract/records/timeline';
import { StatusDot } from '../../../ui';
import { reasonText } from '../../i18n/say';
import { At } from '../../shared/At';
import { notBooked, OUTCOME_TONES } from './outcomes';
import css from './Proof.module.css';

/** The answer in words: by which source, what, from when to when, why, and what comes then. */
export function AnswerBox({ answer }: { answer: Answer }) {
  return answer.source === 'log' ? <Logged {...answer} /> : <Planned {...answer} />;
}

function Logged({ play }: Extract<Answer, { source: 'log' }>) {
  const { t } = useTranslation('proof');
  const { assetName, assetId, bookingName: name, startedAt, endedAt, outcome, because } = play;
  return (
    <Box source={t('ask.fromLog')} name={assetName ?? assetId ?? t('slate')}>
      {outcome !== 'skipped' && <Span from={startedAt} until={endedAt} />}
      <p>{name ? t('ask.byBooking', { name }) : t(notBooked(play))}</p>
      <StatusDot tone={OUTCOME_TONES[outcome]}>{t(`outcome.${outcome}`)}</StatusDot>
      {because && <p>{reasonText(because)}</p>}
    </Box>
  );
}

function Planned({ past, clip, startsAt, endsAt, next }: Extract<Answer, { source: 'plan' }>) {
  const { t } = useTranslation('proof');
  const nameOf = (each: Clip) => (each.kind === 'slate' ? t('slate') : each.name);
  return (
    <Box source={t(past ? 'ask.notReported' : 'ask.fromPlan')} name={clip ? nameOf(clip) : t('ask.nothing')}>
      {clip && startsAt !== null && endsAt !== null && <Span from={startsAt} until={endsAt} />}
      {clip && <p>{reasonText(clip.because)}</p>}
      {next && (
        <p className={css.day}>
          {t('ask.next')} <At at={next.at} /> {nameOf(next.clip)}
        </p>
      )}
    </Box>
  );
}

function Box({ source, name, children }: { source: string; name: string; children: ReactNode }) {
  return (
    <div className={css.answer} role="status">
      <p className={css.day}>{source}</p>
      <p className={css.answerName}>{name}</p>
      {children}
    </div>
  );
}

function Span({ from, until }: { from: number; until: number }) {
  return (
    <p>
      <At at={from} /> – <At at={until} />
    </p>
  );
}
