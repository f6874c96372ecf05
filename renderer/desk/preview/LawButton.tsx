/** What the law says of the material, at the head of its preview: class of information and approval; opened to change it. */
import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { useMe } from '../../operator/shared/use-me';
import { LawForm } from './LawForm';

export function LawButton({ asset }: { asset: Asset }) {
  const { t } = useTranslation(['preview', 'submissions', 'library']);
  const { may } = useMe();
  const [opened, open] = useState(false);
  const words = `${t(`submissions:ppidClass.${asset.ppid}`)} · ${t(`library:origin.approvals.${asset.approval}`)}`;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconScale size={16} aria-hidden="true" />}
        aria-label={t('preview:law.open', { words })}
        disabled={!may('approve')}
        onClick={() => open(true)}
      >
        {words}
      </Button>
      {opened && <LawForm asset={asset} onClose={() => open(false)} />}
    </>
  );
}
