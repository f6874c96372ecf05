/** The agreement under which it airs; without one it is held to none. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import type { FieldProps } from './field';
import { dateText } from './words';

export function AgreementField({ form, onChange }: FieldProps) {
  const { t } = useTranslation('planning');
  const { language } = useFormats();
  const agreements = useQuery(orpc.planning.agreements.queryOptions()).data ?? [];
  if (agreements.length === 0 && form.agreementId === null) return null;
  const label = ({ number, agency, from, to }: (typeof agreements)[number]) =>
    `${agency} · ${number} (${dateText(from, language)} – ${dateText(to, language)})`;
  return (
    <Select
      mt={8}
      label={t('agreement.label')}
      placeholder={t('agreement.none')}
      searchable
      clearable
      value={form.agreementId}
      data={agreements.map((each) => ({ value: each.id, label: label(each) }))}
      onChange={(agreementId) => onChange({ agreementId })}
    />
  );
}
