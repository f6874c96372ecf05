/** The foot of a form in a sheet: what the station refused, the way out, and the button that does it. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from './FaultPanel';

interface FormEndProps {
  /** The command behind the form. */
  save: { isError: boolean; isPending: boolean; error: unknown };
  onCancel: () => void;
  /** "Save" where nothing is said. */
  label?: string;
  disabled?: boolean;
}

export function FormEnd({ save, onCancel, label, disabled = false }: FormEndProps) {
  const { t } = useTranslation('common');
  return (
    <>
      {save.isError && <FaultPanel fault={save.error} />}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={disabled}>
          {label ?? t('save')}
        </Button>
      </Group>
    </>
  );
}
