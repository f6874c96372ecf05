/** The way to drafts and versions. What it opens is loaded when it is first opened. */
import { Button, Menu } from '@mantine/core';
import { IconGitBranch, IconHistory, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../../client/client';
import type { ScheduleData } from '../use-schedule-data';
import { NewDraft } from './NewDraft';
import { Versions } from './Versions';

interface DraftsMenuProps {
  data: ScheduleData;
  day: string;
  editable: boolean;
  onOpen: (draftId: string) => void;
}

export function DraftsMenu({ data, day, editable, onOpen }: DraftsMenuProps) {
  const { t } = useTranslation('drafts');
  const [shown, setShown] = useState<'new' | 'versions' | null>(null);
  const drafts = useQuery(orpc.drafts.list.queryOptions()).data ?? [];
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  const close = () => setShown(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">
            {drafts.length > 0 ? t('menu.some', { count: drafts.length }) : t('menu.none')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={360}>
          {editable && (
            <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => setShown('new')}>
              {t('menu.new')}
            </Menu.Item>
          )}
          {drafts.map((draft) => (
            <Menu.Item key={draft.id} leftSection={<IconGitBranch {...icon} />} onClick={() => onOpen(draft.id)}>
              {t('menu.open', { name: draft.name, by: draft.createdBy })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => setShown('versions')}>
            {t('menu.versions')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {shown === 'new' && <NewDraft zone={data.zone} onClose={close} onOpen={onOpen} />}
      {shown === 'versions' && <Versions {...{ data, day, editable }} onClose={close} />}
    </>
  );
}
