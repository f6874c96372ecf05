/** A place that another page of the console shows: its address is already in the bar, so that page is what a reload brings. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RowSkeletons } from '../../ui';
import { NotFound } from './NotFound';

export function OtherPage() {
  const { t } = useTranslation('common');
  const answered = isWhatWasAsked();
  useEffect(() => {
    if (!answered) location.reload();
  }, [answered]);
  // The station gave this page for the address: a reload would only bring it again.
  return answered ? <NotFound /> : <RowSkeletons label={t('loading')} />;
}

function isWhatWasAsked(): boolean {
  const [asked] = performance.getEntriesByType('navigation');
  return asked !== undefined && new URL(asked.name).pathname === location.pathname;
}
