/** The schedules there are to compare: what is published, open drafts, kept versions. As a select takes them. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ScheduleSource, ScheduleVersion } from '../../../../../electron/contract/records/schedule-version';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';

export function useSources() {
  const { t } = useTranslation('drafts');
  const nameOf = useVersionName();
  const drafts = useQuery(orpc.drafts.list.queryOptions()).data ?? [];
  const versions = useQuery(orpc.versions.list.queryOptions()).data ?? [];
  const option = (source: ScheduleSource, label: string) => ({ value: JSON.stringify(source), label });
  return [
    option({ kind: 'published' }, t('source.published')),
    ...drafts.map(({ id, name }) => option({ kind: 'draft', id }, t('source.draft', { name }))),
    ...versions.map((version) => option({ kind: 'version', id: version.id }, nameOf(version))),
  ];
}

/** `Sebelum Ramadan, 22 Nov 2026 09:40:12 WIB` */
export function useVersionName(): (version: ScheduleVersion) => string {
  const { t } = useTranslation('drafts');
  const { dateTime } = useFormats();
  return (version) =>
    t('source.version', {
      what: t(`version.${version.reason}`, { name: version.name }),
      at: dateTime(version.createdAt),
    });
}
