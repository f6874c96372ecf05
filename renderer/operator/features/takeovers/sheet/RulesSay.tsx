/** What the rules refuse and warn about, by display and with their source, before anything is sent. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TakeoverReview } from '../../../../../electron/contract/api/takeovers';
import { ErrorPanel } from '../../../../ui';
import { reasonText, reasonTexts } from '../../../i18n/say';
import { useWhen } from '../../../i18n/use-when';
import { refusedOf } from './refused';
import css from './Sheet.module.css';

type Panels = TakeoverReview['panels'][number];

const NAMED = 12;

/** @param count of the displays that are meant */
export function RulesSay({ review, count }: { review: TakeoverReview; count: number }) {
  const { t } = useTranslation('takeovers');
  const at = useAt();
  const { panels, never, partly } = refusedOf(review);
  const warned = review.panels.filter(({ warned }) => warned.length > 0);
  // What the rules say is told by display; what remains is of the draft itself.
  const others = review.against.filter(({ code }) => !code.startsWith('judge.'));
  return (
    <>
      {others.length > 0 && (
        <ErrorPanel text={{ happened: t('review.against'), details: reasonTexts(others), kept: '', todo: '' }} />
      )}
      {panels.length > 0 && (
        <ErrorPanel
          text={{
            happened: heading(),
            details: panels.map((each) => at(each, each.refused)),
            ...{ kept: '', todo: t('review.refusedTodo') },
          }}
        />
      )}
      {warned.length > 0 && (
        <Alert
          color="yellow"
          className={css.away}
          icon={<IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />}
          title={t('review.warned', { count: warned.reduce((sum, { displays }) => sum + displays.length, 0) })}
          role="status"
        >
          <ul className={css.said}>
            {warned.map((each) => (
              <li key={each.displays[0]?.id}>{at(each, each.warned)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );

  function heading(): string {
    if (never.size === 0) return t('review.refusedPartly', { count: partly, of: count });
    return never.size >= count
      ? t('review.refusedAll', { count })
      : t('review.refusedSome', { count: never.size + partly, of: count });
  }
}

function useAt(): (panels: Panels, reasons: Panels['refused']) => string {
  const { t } = useTranslation('takeovers');
  const { stretch } = useWhen();
  return ({ displays, within, refused }, reasons) => {
    const shown = displays.slice(0, NAMED).map(({ name }) => name);
    const more = displays.length - NAMED;
    const names = [...shown, ...(more > 0 ? [t('review.more', { count: more })] : [])].join(', ');
    const said = t('review.at', { names, reasons: reasons.map(reasonText).join(' ') });
    if (!within || reasons !== refused) return said;
    return t('review.partly', { at: said, stretch: stretch(within.from, within.until) });
  };
}
