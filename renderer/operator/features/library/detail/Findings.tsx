/** What the check found, in words, the worst first. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../../electron/contract/records/asset';
import type { Reason } from '../../../../../electron/contract/scalars';
import { ErrorPanel, Section } from '../../../../ui';
import { reasonText } from '../../../i18n/say';
import css from './Detail.module.css';

const ICONS = { error: IconBan, warning: IconAlertTriangle, info: IconInfoCircle };
const ORDER = ['error', 'warning', 'info'];

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('library');
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <Section title={t('findings.title')}>
      <ul className={css.findings}>
        {sorted.map(({ severity, reason }) => {
          const Icon = ICONS[severity];
          const text = reasonText(reason);
          return (
            <li key={text} data-severity={severity}>
              <Icon size={16} stroke={1.75} role="img" aria-label={t(`findings.${severity}`)} />
              <span>{text}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export function FailedPanel({ failure, onRetry }: { failure: Reason; onRetry?: () => void }) {
  const { t } = useTranslation('library');
  const text = {
    happened: t('failed.happened'),
    kept: t('failed.kept'),
    // Who may not try again may not upload another file either.
    todo: onRetry ? t('failed.todo') : '',
    details: [reasonText(failure)],
  };
  return (
    <>
      <ErrorPanel text={text} />
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry} style={{ alignSelf: 'start' }}>
          {t('do.retry')}
        </Button>
      )}
    </>
  );
}
