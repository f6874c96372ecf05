/** At the head of a preview: the way back to its entry in the library, and what the law says of it. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { LawButton } from './LawButton';

export function HeadActions({ asset }: { asset: Asset }) {
  const { t } = useTranslation('preview');
  const shelf = asset.trashedAt !== null ? 'bin' : asset.archivedAt !== null ? 'archived' : undefined;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
        renderRoot={(props) => <Link to="/library" search={{ id: asset.id, shelf }} {...props} />}
      >
        {t('back')}
      </Button>
      <LawButton asset={asset} />
    </>
  );
}
