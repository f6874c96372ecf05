/** What the law says of the material, at the head of its preview: class of information and approval; opened to change it by whoever answers for it. */
import { Button, Tooltip } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { useMe } from '../../operator/shared/use-me';
import { LawForm } from './LawForm';
import css from './Preview.module.css';

export function LawButton({ asset }: { asset: Asset }) {
  const { t } = useTranslation(['preview', 'submissions', 'library']);
  const { may } = useMe();
  const [opened, open] = useState(false);
  const exempt = asset.ppid === 'exempt';
  const approval = exempt ? t('preview:law.neverAirs') : t(`library:origin.approvals.${asset.approval}`);
  const words = `${t(`submissions:ppidClass.${asset.ppid}`)} · ${approval}`;
  const never = exempt ? t('library:origin.approvalWords.exempt') : undefined;
  if (!may('approve')) {
    return (
      <p className={css.law} title={[never, t('preview:law.byHead')].filter(Boolean).join(' ')}>
        <IconScale size={16} aria-hidden="true" />
        {words}
      </p>
    );
  }
  return (
    <>
      <Tooltip label={never} disabled={never === undefined}>
        <Button
          variant="default"
          leftSection={<IconScale size={16} aria-hidden="true" />}
          aria-label={t('preview:law.open', { words })}
          onClick={() => open(true)}
        >
          {words}
        </Button>
      </Tooltip>
      {opened && <LawForm asset={asset} onClose={() => open(false)} />}
    </>
  );
}
