/** How a card comes out on one panel: page by page, in its pixels, with what does not fit. */
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardDrawing } from '../../../electron/contract/records/card';
import type { CardPanel } from '../../../electron/domain/cards/panel';
import { CardPicture, useDeck } from './CardPicture';
import css from './Cards.module.css';

interface PanelProofProps {
  drawing: CardDrawing;
  panel: CardPanel & { name: string };
  maxHeight?: number;
}

export function PanelProof({ drawing, panel, maxHeight = 300 }: PanelProofProps) {
  const { t } = useTranslation('cards');
  const deck = useDeck(drawing, panel);
  const [wanted, setPage] = useState(0);
  const pages = deck?.pages.length ?? 1;
  const page = Math.min(wanted, pages - 1);
  const size = `${panel.width} × ${panel.height}`;
  return (
    <figure className={css.proof}>
      <CardPicture drawing={drawing} deck={deck} panel={panel} page={page} maxHeight={maxHeight} />
      <figcaption className={css.caption}>
        <strong className="any-word">{panel.name || t('usualPanel')}</strong>
        <span className="tabular">{size}</span>
        {deck && <span className="tabular">{t('letters', { px: Math.round(deck.smallest) })}</span>}
        {pages > 1 && (
          <span className={css.pages}>
            <ActionIcon size="sm" aria-label={t('before')} disabled={page === 0} onClick={() => setPage(page - 1)}>
              <IconChevronLeft size={14} aria-hidden="true" />
            </ActionIcon>
            <span className="tabular">{t('pageOf', { page: page + 1, pages })}</span>
            <ActionIcon
              size="sm"
              aria-label={t('next')}
              disabled={page === pages - 1}
              onClick={() => setPage(page + 1)}
            >
              <IconChevronRight size={14} aria-hidden="true" />
            </ActionIcon>
          </span>
        )}
        {deck && !deck.legible && <Warning words={t('tooFar')} />}
        {deck?.left.map((what) => (
          <Warning key={what} words={t(`left.${what}`)} />
        ))}
      </figcaption>
    </figure>
  );
}

function Warning({ words }: { words: string }) {
  return (
    <span className={css.warning}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {words}
    </span>
  );
}
