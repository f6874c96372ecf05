/** Cards: what the office says on its panels in words, each as its panel will show it, and the feeds that fill them. */
import { Button, Menu } from '@mantine/core';
import { IconCards, IconPlus, IconRss } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownCard } from '../../../electron/contract/api/cards';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { CardSkeletons, EmptyState, Page } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { CardPicture, useDeck } from './CardPicture';
import css from './Cards.module.css';
import { FeedsSection } from './FeedsSection';
import { StandingMark } from './Standing';
import { newAddress, TEMPLATES } from './starters';
import { useDrawing, usePanels } from './use-drawing';

export function CardsScreen() {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const cards = useQuery(orpc.cards.list.queryOptions());
  const [menu, setMenu] = useState(false);
  useScreenActions(may('desk') ? [{ id: 'cards.add', label: t('add'), keys: 'N', run: () => setMenu(true) }] : []);
  const add = may('desk') && <AddCard opened={menu} onOpened={setMenu} />;
  return (
    <Page title={t('title')} actions={add} toolbar={<DeskTabs />}>
      {cards.error && <FaultPanel fault={cards.error} onRetry={() => void cards.refetch()} />}
      {cards.isPending && <CardSkeletons label={t('loading')} cards={6} height={220} />}
      {cards.data?.length === 0 && (
        <EmptyState icon={<IconCards size={36} stroke={1.5} />} title={t('none')}>
          {may('desk') && t('noneWords')}
        </EmptyState>
      )}
      <ul className={css.gallery}>
        {cards.data?.map((shown) => (
          <GalleryCard key={shown.card.id} shown={shown} />
        ))}
      </ul>
      <FeedsSection />
    </Page>
  );
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

function GalleryCard({ shown }: { shown: ShownCard }) {
  const { t } = useTranslation('cards');
  const { card } = shown;
  const drawing = useDrawing(card);
  const [panel] = usePanels();
  const on = panel ?? { name: '', width: 800, height: 400, pitchMm: null, viewingM: null };
  const deck = useDeck(drawing, on);
  return (
    <li className={css.card}>
      <Link to="/cards/$cardId" params={{ cardId: card.id }} className={css.open}>
        <span className={css.stage}>
          <CardPicture drawing={drawing} deck={deck} panel={on} page={0} maxHeight={170} />
        </span>
        <span className={css.name}>
          <strong className="two-lines" title={card.name}>
            {card.name}
          </strong>
        </span>
      </Link>
      <div className={css.facts}>
        <span>{t(`templates.${card.fields.template}`)}</span>
        {card.feedId && <IconRss size={14} aria-label={t('fed')} />}
        {(deck?.pages.length ?? 1) > 1 && <span>{t('pages', { count: deck?.pages.length ?? 1 })}</span>}
        <StandingMark shown={shown} />
      </div>
    </li>
  );
}
