/** One page of a card as a panel shows it, in the panel's own pixels and proportions. */
import { useEffect, useRef, useState } from 'react';
import type { CardDrawing } from '../../../electron/contract/records/card';
import { contentOf } from '../../../electron/domain/cards/content';
import type { Deck } from '../../../electron/domain/cards/orders';
import type { CardPanel } from '../../../electron/domain/cards/panel';
import css from './Cards.module.css';
import { deckOf, facesLoaded, paint } from './deck';

/** Null until the typeface is there. */
export function useDeck(drawing: CardDrawing, panel: CardPanel): Deck | null {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let here = true;
    void facesLoaded().then(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, []);
  return ready ? deckOf(drawing, panel) : null;
}

interface CardPictureProps {
  drawing: CardDrawing;
  deck: Deck | null;
  panel: CardPanel;
  page: number;
  maxHeight: number;
}

export function CardPicture({ drawing, deck, panel, page, maxHeight }: CardPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const logo = useLogo(drawing.logo?.hash ?? null);
  useEffect(() => {
    if (deck && canvas.current) paint(deck, page, canvas.current, logo);
  });
  const { width, height } = panel;
  const words = contentOf(drawing);
  return (
    <canvas
      ref={canvas}
      className={css.canvas}
      width={width}
      height={height}
      style={{ width: `min(100%, ${(maxHeight * width) / height}px)` }}
      role="img"
      aria-label={[words.label, ...words.blocks.map(({ text }) => text)].join('. ')}
    />
  );
}

function useLogo(hash: string | null): HTMLImageElement | null {
  const [logo, setLogo] = useState<HTMLImageElement | null>(null);
  useEffect(() => {
    if (!hash) return;
    let here = true;
    const image = new Image();
    image.src = `/media/${hash}`;
    image.decode().then(
      () => here && setLogo(image),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [hash]);
  return hash ? logo : null;
}
