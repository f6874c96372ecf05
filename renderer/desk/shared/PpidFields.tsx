/** The class of information, and of a *berkala* publication the day by which it is looked at again. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PpidClass } from '../../../electron/contract/records/matter';
import type { LocalDate } from '../../../electron/contract/scalars';
import { DayField } from '../../operator/shared/DayField';
import { ruleOf } from '../../ui';

export interface Classed {
  ppid: PpidClass;
  ppidReviewBy: LocalDate | null;
}

/** Whether the day that its class asks for is not said. */
export const lacksReview = ({ ppid, ppidReviewBy }: Classed): boolean => ppid === 'periodic' && ppidReviewBy === null;

interface PpidFieldsProps {
  value: Classed;
  onChange: (next: Classed) => void;
  /** It was to be saved already: what is missing is said as a fault. */
  asked: boolean;
}

export function PpidFields({ value, onChange, asked }: PpidFieldsProps) {
  const { t } = useTranslation(['submissions', 'common']);
  const { ppid, ppidReviewBy } = value;
  return (
    <>
      <Select
        label={t('ppid')}
        description={ppid === 'exempt' ? t('exemptWords') : undefined}
        allowDeselect={false}
        data={PpidClass.options.map((each) => ({ value: each, label: t(`ppidClass.${each}`) }))}
        value={ppid}
        onChange={(next) => onChange({ ...value, ppid: PpidClass.parse(next) })}
      />
      {ppid === 'periodic' && (
        <DayField
          label={t('reviewBy')}
          required
          {...ruleOf(t('reviewRule'), asked && lacksReview(value))}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          value={ppidReviewBy ?? undefined}
          onDay={(day) => onChange({ ...value, ppidReviewBy: day ?? null })}
        />
      )}
    </>
  );
}
