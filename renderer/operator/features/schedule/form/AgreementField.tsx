/** The agreement under which it airs; without one it is held to none. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../../../electron/contract/records/partner';
import { lastDayOf, standingOf } from '../../../../../electron/domain/agreement';
import { orpc } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { useFormats } from '../../../i18n/formats';
import { dateText } from '../../../shared/date-text';
import { todayIn } from '../../../shared/days';
import { useLent } from '../../../shared/use-lent';
import { useLentPlaces } from '../../../shared/use-lent-places';
import type { FieldProps } from './field';

export function AgreementField({ form, data, onChange }: FieldProps) {
  const { t } = useTranslation(['planning', 'partners']);
  const [openedAt] = useState(stationNow);
  const [lentText, placesOf] = [useLent(), useLentPlaces()];
  const { language } = useFormats();
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const agreements = useQuery(orpc.agreements.list.queryOptions()).data ?? [];
  if (agreements.length === 0 && form.agreementId === null) return null;
  const today = todayIn(data.zone, openedAt);
  const isOver = (agreement: Agreement) => standingOf(agreement, today).kind === 'over';
  const label = (agreement: Agreement) => {
    const agency = agencies.find(({ id }) => id === agreement.agencyId)?.name ?? '';
    return `${agency} · ${agreement.number}${isOver(agreement) ? ` · ${t('partners:standing.over')}` : ''}`;
  };
  /** Of the chosen one, below the field: a label with all of it would be cut. */
  const told = (agreement: Agreement) => {
    const { from, lent } = agreement;
    const term = { from: dateText(from, language), to: dateText(lastDayOf(agreement), language) };
    return `${t('partners:agreement.term', term)}. ${lentText(lent, placesOf(lent))}`;
  };
  const chosen = agreements.find(({ id }) => id === form.agreementId);
  // Those that still hold first; of them the one that ends last.
  const inOrder = [...agreements].sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? 1 : -1));
  return (
    <Select
      mt={8}
      label={t('agreement.label')}
      description={chosen && told(chosen)}
      inputWrapperOrder={['label', 'input', 'description']}
      placeholder={t('agreement.none')}
      searchable
      clearable
      value={form.agreementId}
      data={inOrder.map((each) => ({ value: each.id, label: label(each) }))}
      onChange={(agreementId) => onChange({ agreementId })}
    />
  );
}
