/** What restoring a version would bring that is not as it was: said before it is done. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Restoring } from '../../../../../electron/contract/api/drafts';
import { reasonText } from '../../../i18n/say';
import schedule from '../Schedule.module.css';
import { Told, ToldBookings } from './Told';

/** Nothing of it needs a word: it comes back as it was. */
export const isAsItWas = ({ replaced, silent, leftOut }: Restoring): boolean =>
  replaced.length + silent.length + leftOut.length === 0;

interface RestoreVersionProps {
  told: Restoring;
  busy: boolean;
  onRestore: () => void;
  onBack: () => void;
}

export function RestoreVersion({ told, busy, onRestore, onBack }: RestoreVersionProps) {
  const { t } = useTranslation('drafts');
  const { counts, replaced, silent, leftOut, more } = told;
  return (
    <>
      <p className={schedule.sentence}>{t('restoring.words', { ...counts })}</p>
      <ToldBookings title={t('restoring.silent')} told={silent} />
      {leftOut.length > 0 && (
        <Told title={t('restoring.leftOut')} grave>
          {leftOut.map(({ name, because }) => (
            <li key={name}>{reasonText(because)}</li>
          ))}
        </Told>
      )}
      {replaced.length > 0 && (
        <Told title={t('restoring.replaced')}>
          {replaced.map(({ name, n, by }) => (
            <li key={name}>{t('restoring.replacedLine', { name, n, by })}</li>
          ))}
        </Told>
      )}
      {more > 0 && <p className={schedule.quiet}>{t('restoring.more', { count: more })}</p>}
      <Group mt="md" gap="xs">
        <Button loading={busy} onClick={onRestore} data-autofocus>
          {t('versions.restore')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('versions.back')}
        </Button>
      </Group>
    </>
  );
}
