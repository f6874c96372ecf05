/** At the right: the details of the item, and what is said, asked and known about the broadcast. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import { useEditor } from './context';
import { DetailPane, ManyPane } from './detail/DetailPane';
import css from './Editor.module.css';
import { CommentsTab } from './talk/CommentsTab';
import { GuestsTab } from './talk/GuestsTab';
import { QuestionsTab } from './talk/QuestionsTab';
import { ResearchTab } from './talk/ResearchTab';

export function SidePane({ item, chosen }: { item: RundownItem | null; chosen: readonly RundownItem[] }) {
  const { t } = useTranslation('rundowns');
  const { editable, lockOf, state, rundown } = useEditor();
  const lock = item && lockOf(item.id);
  const open = state.comments.filter(({ resolved }) => !resolved).length;
  const count = (words: string, number: number) => (number > 0 ? `${words} (${number})` : words);
  return (
    <Tabs defaultValue="item" className={css.side} keepMounted={false} aria-label={t('side.label')}>
      <Tabs.List>
        <Tabs.Tab value="item">{t('side.item')}</Tabs.Tab>
        <Tabs.Tab value="comments">{count(t('side.comments'), open)}</Tabs.Tab>
        <Tabs.Tab value="questions">{count(t('side.questions'), rundown.questions.length)}</Tabs.Tab>
        <Tabs.Tab value="guests">{count(t('side.guests'), rundown.guests.length)}</Tabs.Tab>
        <Tabs.Tab value="research">{t('side.research')}</Tabs.Tab>
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
