/** The foot of a form: what the station refused, the way out, and the button that does it. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmTwice, SheetFoot } from '../../ui';
import { FaultPanel } from './FaultPanel';

interface FormEndProps {
  /** The command behind the form. */
  save: { isError: boolean; isPending: boolean; error: unknown };
  onCancel: () => void;
  /** "Save" where nothing is said. */
  label?: string;
  disabled?: boolean;
  /** The form is a part of a page or of a sheet, and its end stands where the form ends. */
  isPart?: boolean;
  /** Set where one press is too little: what the second one does, said on it, and that itself. */
  twice?: { confirmLabel: string; run: () => void } | undefined;
}

export function FormEnd({ save, onCancel, label, disabled = false, isPart = false, twice }: FormEndProps) {
  const { t } = useTranslation('common');
  const said = save.isError && <FaultPanel fault={save.error} />;
  const buttons = (
    <>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {twice ? (
        <ConfirmTwice
          label={label ?? t('save')}
          confirmLabel={twice.confirmLabel}
          loading={save.isPending}
          disabled={disabled}
          onConfirm={twice.run}
        />
      ) : (
        <Button type="submit" loading={save.isPending} disabled={disabled}>
          {label ?? t('save')}
        </Button>
      )}
    </>
  );
  if (!isPart) return <SheetFoot said={said}>{buttons}</SheetFoot>;
  return (
    <>
      {said}
      <Group justify="flex-end" gap={8}>
        {buttons}
      </Group>
    </>
  );
}
