/** What the law says of the material, at the head of its preview: class of information and approval; opened to change it. */
import { Button, Tooltip } from '@mantine/core';
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
  const exempt = asset.ppid === 'exempt';
  const approval = exempt ? t('preview:law.neverAirs') : t(`library:origin.approvals.${asset.approval}`);
  const words = `${t(`submissions:ppidClass.${asset.ppid}`)} · ${approval}`;
  const mayChange = may('approve');
  const why = [exempt && t('library:origin.approvalWords.exempt'), !mayChange && t('preview:law.byHead')].filter(
    Boolean,
  );
  return (
    <>
      <Tooltip label={why.join(' ')} disabled={why.length === 0}>
        <Button
          variant="default"
          leftSection={<IconScale size={16} aria-hidden="true" />}
          aria-label={t('preview:law.open', { words })}
          // It keeps the focus, which brings up why.
          data-disabled={!mayChange || undefined}
          aria-disabled={!mayChange}
          onClick={() => mayChange && open(true)}
        >
          {words}
        </Button>
      </Tooltip>
      {opened && <LawForm asset={asset} onClose={() => open(false)} />}
    </>
  );
}
