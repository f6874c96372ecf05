/** At the right: the details of the item, and what is said, asked and known about the broadcast. */
import { Tabs } from '@mantine/core';
import { type Icon, IconHelpCircle, IconListDetails, IconMessage, IconNotebook, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import { useEditor } from './context';
import { DetailPane, ManyPane } from './detail/DetailPane';
import css from './Editor.module.css';
import { CommentsTab } from './talk/CommentsTab';
import { GuestsTab } from './talk/GuestsTab';
import { QuestionsTab } from './talk/QuestionsTab';
import { ResearchTab } from './talk/ResearchTab';

type TabName = 'item' | 'comments' | 'questions' | 'guests' | 'research';

const TABS: readonly { name: TabName; icon: Icon }[] = [
  { name: 'item', icon: IconListDetails },
  { name: 'comments', icon: IconMessage },
  { name: 'questions', icon: IconHelpCircle },
  { name: 'guests', icon: IconUsers },
  { name: 'research', icon: IconNotebook },
];

export function SidePane({ item, chosen }: { item: RundownItem | null; chosen: readonly RundownItem[] }) {
  const { t } = useTranslation('rundowns');
  const { editable, lockOf, state, rundown } = useEditor();
  const lock = item && lockOf(item.id);
  const open = state.comments.filter(({ resolved }) => !resolved).length;
  const [tab, setTab] = useState<string | null>('item');
  const counts: Record<TabName, number> = {
    ...{ item: 0, research: 0, comments: open },
    questions: rundown.questions.length,
    guests: rundown.guests.length,
  };
  return (
    <Tabs value={tab} onChange={setTab} className={css.side} keepMounted={false}>
      <Tabs.List aria-label={t('side.label')}>
        {TABS.map(({ name, icon: Icon }) => (
          <Tabs.Tab
            key={name}
            value={name}
            aria-label={counts[name] > 0 ? `${t(`side.${name}`)} (${counts[name]})` : t(`side.${name}`)}
            title={t(`side.${name}`)}
            leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
          >
            {tab === name ? t(`side.${name}`) : counts[name] || null}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="item" className={css.panel} tabIndex={0}>
        {lock && <p className={css.locked}>{t('lock.words', { name: lock.name })}</p>}
        {chosen.length > 1 ? (
          <ManyPane items={chosen} />
        ) : item ? (
          <DetailPane key={item.id} item={item} off={!editable || lock !== null} />
        ) : (
          <p className={css.quiet}>{t('side.nothing')}</p>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="comments" className={css.panel} tabIndex={0}>
        <CommentsTab item={item} />
      </Tabs.Panel>
      <Tabs.Panel value="questions" className={css.panel} tabIndex={0}>
        <QuestionsTab />
      </Tabs.Panel>
      <Tabs.Panel value="guests" className={css.panel} tabIndex={0}>
        <GuestsTab />
      </Tabs.Panel>
      <Tabs.Panel value="research" className={css.panel} tabIndex={0}>
        <ResearchTab />
      </Tabs.Panel>
    </Tabs>
  );
}
