/** Version, place of the data, room on the disk. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { RowSkeletons, Section } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { At } from '../../shared/At';
import { FaultPanel } from '../../shared/FaultPanel';
import css from './Settings.module.css';

export function AboutSection() {
  const { t } = useTranslation(['settings', 'common']);
  const formats = useFormats();
  const { data: info, ...query } = useQuery(orpc.station.info.queryOptions());
  if (query.isError && !info) return <FaultPanel fault={query.error} onRetry={() => void query.refetch()} />;
  if (!info) return <RowSkeletons label={t('common:loading')} rows={5} />;
  const facts: [string, React.ReactNode][] = [
    ['version', info.version],
    ['startedAt', <At key="at" at={info.startedAt} as="dateTime" />],
    ['dataDir', <code key="dir">{info.dataDir}</code>],
    ['mediaBytes', formats.bytes(info.mediaBytes)],
    ['diskFree', info.diskFreeBytes === null ? '–' : formats.bytes(info.diskFreeBytes)],
    ['nodeVersion', info.nodeVersion],
  ];
  return (
    <Section title={t('section.about')}>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} label={t(`about.${name}`)} value={value} />
        ))}
        <dt>{t('about.api')}</dt>
        <dd>
          <a href="/api/openapi.json" style={{ color: 'var(--suar-blue)' }}>
            /api/openapi.json
          </a>
        </dd>
        <dt>{t('about.licences')}</dt>
        <dd>{t('about.licencesWords')}</dd>
      </dl>
    </Section>
  );
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="tabular">{value}</dd>
    </>
  );
}
