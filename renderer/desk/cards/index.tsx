/** Cards: what the office says on its panels in words, each as its panel will show it, and the feeds that fill them. */
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCards, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../../electron/domain/words';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { CardSkeletons, EmptyState, Page, Toolbar } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { FindField } from '../shared/FindToolbar';
import css from './Cards.module.css';
import { FeedsSection } from './FeedsSection';
import { Gallery } from './Gallery';
import { newAddress, TEMPLATES } from './starters';

export function CardsScreen() {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const [view, setView] = useState<'cards' | 'feeds'>('cards');
  const [words, setWords] = useState('');
  const [menu, setMenu] = useState(false);
  useScreenActions(may('desk') ? [{ id: 'cards.add', label: t('add'), keys: 'N', run: () => setMenu(true) }] : []);
  const add = may('desk') && <AddCard opened={menu} onOpened={setMenu} />;
  return (
    <Page
      title={t('title')}
      layout={view === 'cards' ? 'fill' : 'flow'}
      actions={add}
      toolbar={
        <>
          <DeskTabs />
          <Toolbar label={t('filters')}>
            <SegmentedControl
              aria-label={t('filters')}
              data={[
                { value: 'cards', label: t('title') },
                { value: 'feeds', label: t('feeds.title') },
              ]}
              value={view}
              onChange={(value) => setView(value === 'feeds' ? 'feeds' : 'cards')}
            />
            {view === 'cards' && <FindField find={t('find')} words={words} onWords={setWords} />}
          </Toolbar>
        </>
      }
    >
      {view === 'feeds' ? <FeedsSection /> : <Cards words={words} />}
    </Page>
  );
}

function Cards({ words }: { words: string }) {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const cards = useQuery(orpc.cards.list.queryOptions());
  const isFound = wordsOf(useDeferredValue(words));
  const found = (cards.data ?? []).filter(({ card }) =>
    isFound(() => `${card.name} ${t(`templates.${card.fields.template}`)} ${wordsIn(card.fields)}`),
  );
  return (
    <div className={css.body}>
      {cards.error && <FaultPanel fault={cards.error} onRetry={() => void cards.refetch()} />}
      {cards.isPending && <CardSkeletons label={t('loading')} cards={6} height={220} />}
      {cards.data?.length === 0 && (
        <EmptyState icon={<IconCards size={36} stroke={1.5} />} title={t('none')}>
          {may('desk') && t('noneWords')}
        </EmptyState>
      )}
      {cards.data && cards.data.length > 0 && found.length === 0 && <p className={css.hint}>{t('noneFound')}</p>}
      {found.length > 0 && <Gallery key={words} cards={found} />}
    </div>
  );
}

/** All that is written on it, whatever its template. */
function wordsIn(part: unknown): string {
  if (typeof part === 'string') return part;
  return typeof part === 'object' && part !== null ? Object.values(part).map(wordsIn).join(' ') : '';
}

function AddCard({ opened, onOpened }: { opened: boolean; onOpened: (opened: boolean) => void }) {
  const { t } = useTranslation('cards');
  const navigate = useNavigate();
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />}>{t('add')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TEMPLATES.map((template) => (
          <Menu.Item
            key={template}
            onClick={() => void navigate({ to: '/cards/$cardId', params: { cardId: newAddress(template) } })}
          >
            {t(`templates.${template}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
