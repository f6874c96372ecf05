/** How long a request still has, said in words beside its day. */
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../electron/contract/api/requests';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import desk from '../shared/Desk.module.css';
import css from './Requests.module.css';

type Shown = Pick<RequestRow, 'standing' | 'dueOn' | 'decided'>;

export function Due({ request: { standing, dueOn, decided } }: { request: Shown }) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  if (standing.kind === 'closed') {
    return (
      <span className={desk.muted}>
        {decided ? t('due.took', { day: dateText(decided.on, language), count: decided.took }) : '–'}
      </span>
    );
  }
  const day = dateText(dueOn, language);
  if (standing.kind === 'late') {
    return (
      <span className={css.due} data-kind="late">
        <IconAlertTriangle size={14} aria-hidden="true" />
        {t('due.late', { day, count: standing.by })}
      </span>
    );
  }
  return (
    <span className={css.due} data-kind={standing.kind}>
      {standing.kind === 'soon' && <IconClock size={14} aria-hidden="true" />}
      {standing.left === 0 ? t('due.today', { day }) : t('due.left', { day, count: standing.left })}
    </span>
  );
}
