/** Cards as their panel shows them, side by side: only the rows in sight are drawn. */
import { useElementSize } from '@mantine/hooks';
import { IconRss } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownCard } from '../../../electron/contract/api/cards';
import { useWindowed } from '../shared/WindowedList';
import { CardPicture, useDeck } from './CardPicture';
import css from './Cards.module.css';
import { StandingMark } from './Standing';
import { useDrawing, usePanels, useStaleFeed } from './use-drawing';

const GAP_PX = 16;
const LEAST_WIDTH_PX = 300;
/** A picture, a name of two lines, and a line of facts. */
const CARD_PX = 278;

export function Gallery({ cards }: { cards: readonly ShownCard[] }) {
  const { t } = useTranslation('cards');
  const { ref, width } = useElementSize<HTMLUListElement>();
  const columns = Math.max(1, Math.floor((width + GAP_PX) / (LEAST_WIDTH_PX + GAP_PX)));
  const cardWidth = (width - GAP_PX * (columns - 1)) / columns;
  const lines = width > 0 ? Math.ceil(cards.length / columns) : 0;
  const { box, rows } = useWindowed(lines, CARD_PX + GAP_PX, { overscan: 2 });
  const inSight = rows.getVirtualItems().flatMap(({ index, start }) =>
    cards.slice(index * columns, (index + 1) * columns).map((shown, column) => ({
      shown,
      at: index * columns + column,
      style: { top: start, left: column * (cardWidth + GAP_PX), width: cardWidth, height: CARD_PX },
    })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section ref={box} className={css.box} tabIndex={0} aria-label={t('title')}>
      <ul ref={ref} className={css.gallery} style={{ height: rows.getTotalSize() }}>
        {inSight.map(({ shown, at, style }) => (
          <GalleryCard key={shown.card.id} shown={shown} place={{ at, of: cards.length, style }} />
        ))}
      </ul>
    </section>
  );
}

interface Place {
  at: number;
  of: number;
  style: CSSProperties;
}

function GalleryCard({ shown, place }: { shown: ShownCard; place: Place }) {
  const { t } = useTranslation('cards');
  const { card } = shown;
  const drawing = useDrawing(card);
  const stale = useStaleFeed(card);
  const [panel] = usePanels();
  const on = panel ?? { name: '', width: 800, height: 400, pitchMm: null, viewingM: null };
  const deck = useDeck(drawing, on);
  return (
    <li className={css.card} aria-setsize={place.of} aria-posinset={place.at + 1} style={place.style}>
      <Link to="/cards/$cardId" params={{ cardId: card.id }} className={css.open}>
        <span className={css.stage}>
          <CardPicture drawing={drawing} deck={deck} panel={on} page={0} maxHeight={160} />
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
        {stale && <span className={css.warning}>{t('feeds.staleMark')}</span>}
        {(deck?.pages.length ?? 1) > 1 && <span>{t('pages', { count: deck?.pages.length ?? 1 })}</span>}
        <StandingMark shown={shown} />
      </div>
    </li>
  );
}
