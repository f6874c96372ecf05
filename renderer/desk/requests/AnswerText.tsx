/** The answer as it was decided, or as it is drafted while nothing is: for those who only read. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import { orpc } from '../../client/client';
import desk from '../shared/Desk.module.css';
import css from './Requests.module.css';

export function AnswerText({ request: { answer: draft, decisions } }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const newest = decisions.at(-1);
  const answer = newest?.answer ?? draft;
  const { assetIds } = answer;
  const given = useQuery({
    ...orpc.requests.givable.queryOptions({ input: { assetIds } }),
    enabled: assetIds.length > 0,
  });
  const outcome = newest?.outcome;
  if (answer.text === '' && answer.explanation === '' && !newest)
    return <p className={desk.muted}>{t('answer.none')}</p>;
  return (
    <div className={css.answer}>
      {newest && <strong>{t('answer.decided', { outcome: t(`state.${newest.outcome}`), by: newest.by })}</strong>}
      {outcome !== 'refused' && <p>{answer.text}</p>}
      {answer.ppid && <p className={desk.muted}>{t('answer.classIs', { class: t(`class.${answer.ppid}`) })}</p>}
      {outcome !== 'answered' && answer.ground && (
        <p className={desk.muted}>{t('answer.groundIs', { ground: answer.ground })}</p>
      )}
      {outcome !== 'answered' && answer.explanation && <p>{answer.explanation}</p>}
      {assetIds.length > 0 && (
        <ul>
          {(given.data ?? []).map(({ id, name, refusals }) => (
            <li key={id}>{refusals.length > 0 ? t('answer.notAnyMore') : name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
