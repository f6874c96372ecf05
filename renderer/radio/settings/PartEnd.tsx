/** The foot of a part that saves itself: nothing to press until something was changed. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../operator/shared/FaultPanel';

interface PartEndProps {
  save: { isError: boolean; isPending: boolean; error: unknown; reset: () => void };
  changed: boolean;
  /** Whether what is written can be saved. */
  ready: boolean;
  onReset: () => void;
}

export function PartEnd({ save, changed, ready, onReset }: PartEndProps) {
  const { t } = useTranslation(['radioSettings', 'common']);
  const reset = () => {
    save.reset();
    onReset();
  };
  return (
    <>
      {save.isError && <FaultPanel fault={save.error} />}
      <Group justify="flex-end" gap={8}>
        {changed && (
          <Button variant="default" onClick={reset}>
            {t('reset')}
          </Button>
        )}
        <Button type="submit" disabled={!changed || !ready} loading={save.isPending}>
          {t('common:save')}
        </Button>
      </Group>
    </>
  );
}
