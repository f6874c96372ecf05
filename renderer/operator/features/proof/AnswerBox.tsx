import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Answer } from '../../../../electron/contract/api/schedule';
import type { Clip } from '../../../../electron/contract/records/timeline';
import { reasonText } from '../../i18n/say';
import { At } from '../../shared/At';
import css from './Proof.module.css';

/** The answer in words: what, from when to when, why, and what comes then. */
export function AnswerBox({ answer }: { answer: z.infer<typeof Answer> }) {
  const { t } = useTranslation('proof');
  const { clip, startsAt, endsAt, next } = answer;
  const nameOf = (each: Clip) => (each.kind === 'slate' ? t('slate') : each.name);
  return (
    <div className={css.answer} role="status">
      <p className={css.answerName}>{clip ? nameOf(clip) : t('ask.nothing')}</p>
      {clip && startsAt !== null && endsAt !== null && (
        <p>
          <At at={startsAt} /> – <At at={endsAt} />
        </p>
      )}
      {clip && <p>{reasonText(clip.because)}</p>}
      {next && (
        <p className={css.day}>
          {t('ask.next')} <At at={next.at} /> {nameOf(next.clip)}
        </p>
      )}
    </div>
  );
}
