/** How quickly the desk answers, month by month, against its target. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../electron/contract/records/settings';
import { client, orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { monthText } from '../../operator/shared/date-text';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { Section } from '../../ui';
import css from './Hoaxes.module.css';
import { hoursText } from './hours';

export function Measures({ settings }: { settings: Settings }) {
  const { t } = useTranslation('hoaxes');
  const formats = useFormats();
  const { may } = useMe();
  const { hoaxTargetHours } = settings.cards;
  const months = useQuery(orpc.hoaxes.measures.queryOptions());
  const target = useCommand({
    run: (hours: number) => client.hoaxes.target({ hours }),
    done: () => t('measures.targetSaved'),
    undo: true,
  });
  return (
    <Section
      title={t('measures.title')}
      aside={
        may('approve') && (
          <NumberField
            w={150}
            aria-label={t('measures.target')}
            unit={t('measures.hours')}
            min={1}
            max={720}
            value={hoaxTargetHours}
            onLeave={(hours) =>
              hours !== null && hours !== hoaxTargetHours && target.mutate(Math.min(720, Math.max(1, hours)))
            }
          />
        )
      }
    >
      <p className={css.told}>{t('measures.words', { hours: hoaxTargetHours })}</p>
      {months.error && <FaultPanel fault={months.error} onRetry={() => void months.refetch()} />}
      <table className={css.table}>
        <thead>
          <tr>
            {(['month', 'reported', 'answered', 'within', 'median', 'dismissed'] as const).map((column) => (
              <th key={column}>{t(`measures.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.data?.map((row) => (
            <tr key={row.month}>
              <th scope="row">{monthText(row.month, formats.language)}</th>
              <td>{row.reported}</td>
              <td>{row.answered}</td>
              <td>{row.answered === 0 ? '–' : formats.percent(row.withinTarget / row.answered)}</td>
              <td>{row.medianMs === null ? '–' : hoursText(row.medianMs, formats)}</td>
              <td>{row.dismissed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
