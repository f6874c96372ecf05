/** Choose a time zone: Indonesia's three first, then every zone this browser knows. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const INDONESIA = [
  { value: 'Asia/Jakarta', label: 'WIB – Asia/Jakarta' },
  { value: 'Asia/Pontianak', label: 'WIB – Asia/Pontianak' },
  { value: 'Asia/Makassar', label: 'WITA – Asia/Makassar' },
  { value: 'Asia/Jayapura', label: 'WIT – Asia/Jayapura' },
];
const own = new Set(INDONESIA.map(({ value }) => value));
const others = Intl.supportedValuesOf('timeZone').filter((zone) => !own.has(zone));

interface ZoneSelectProps {
  label: string;
  description?: string;
  value: string;
  disabled?: boolean;
  onChange: (zone: string) => void;
}

export function ZoneSelect({ label, description, value, disabled = false, onChange }: ZoneSelectProps) {
  const { t } = useTranslation('common');
  const known = own.has(value) || others.includes(value);
  const rest = known ? others : [value, ...others];
  return (
    <Select
      label={label}
      description={description}
      searchable
      disabled={disabled}
      allowDeselect={false}
      nothingFoundMessage={t('nothingFound')}
      data={[
        { group: 'Indonesia', items: INDONESIA },
        { group: t('otherZones'), items: rest },
      ]}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      limit={120}
    />
  );
}
