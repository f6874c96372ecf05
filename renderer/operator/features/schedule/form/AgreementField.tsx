/** The agreement under which it airs; without one it is held to none. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../../../electron/contract/records/partner';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import { dateText } from '../../../shared/date-text';
import type { FieldProps } from './field';

export function AgreementField({ form, onChange }: FieldProps) {
  const { t } = useTranslation('planning');
  const { language } = useFormats();
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const agreements = useQuery(orpc.agreements.list.queryOptions()).data ?? [];
  if (agreements.length === 0 && form.agreementId === null) return null;
  const label = ({ number, agencyId, from, to }: Agreement) => {
    const agency = agencies.find(({ id }) => id === agencyId)?.name ?? '';
    return `${agency} · ${number} (${dateText(from, language)} – ${dateText(to, language)})`;
  };
  const lastFirst = [...agreements].sort((a, b) => (a.to < b.to ? 1 : -1));
  return (
    <Select
      mt={8}
      label={t('agreement.label')}
      placeholder={t('agreement.none')}
      searchable
      clearable
      value={form.agreementId}
      data={lastFirst.map((each) => ({ value: each.id, label: label(each) }))}
      onChange={(agreementId) => onChange({ agreementId })}
    />
  );
}
