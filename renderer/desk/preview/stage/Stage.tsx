/** The panel as it is seen, drawn anew for each picture; over it what is no part of it: pins, captions, safe areas, the line of a wipe. */
import { type PointerEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOn } from '../../../operator/shared/fit-drawing';
import type { Clip } from '../clip';
import type { CoverWords } from '../engine/covers';
import type { Deck } from '../engine/Deck';
import { Painter, type Picture } from '../engine/Painter';
import { type Layout, layoutOf, placeAt, type Size } from '../layout';
import type { Panel, View } from '../view';
import { Media } from './Media';
import { SafeAreas } from './SafeAreas';
import css from './Stage.module.css';
import { useRoom } from './use-room';
import { WipeLine } from './WipeLine';

interface StageProps {
  deck: Deck;
  clip: Clip;
  other: Clip | null;
  /** Of the material as it was handed in: by it places in the picture are told, also where a rendition is cut. */
  source: Size;
  panel: Panel;
  view: View;
  words: CoverWords;
  name: string;
  onView: (change: Partial<View>) => void;
  /** Told of every picture that is drawn. */
  onPainted?: ((wall: HTMLCanvasElement) => void) | undefined;
  onMedia?: ((media: HTMLMediaElement | null) => void) | undefined;
  /** A place was pressed to say something of it. */
  onPlace?: ((place: { x: number; y: number }) => void) | undefined;
  /** What lies over the picture; handed how it lies, lengths in CSS px. */
  over?: ((layout: Layout) => ReactNode) | undefined;
}

export function Stage(props: StageProps) {
  const { deck, clip, other, source, panel, view, words, name, onView, onPainted, onMedia, onPlace, over } = props;
  const { t } = useTranslation('preview');
  const { ref, room, ratio } = useRoom();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [first, setFirst] = useState<Picture | null>(null);
  const [second, setSecond] = useState<Picture | null>(null);
  const [painter] = useState(() => new Painter());
  const side = view.compare === 'side' && other !== null;
  const halved = useMemo(() => ({ width: side ? room.width / 2 : room.width, height: room.height }), [side, room]);
  const layout = useMemo(() => layoutOf(halved, ratio, panel, source, view), [halved, ratio, panel, source, view]);

  const lying = (picture: Picture | null, of: Size) => ({
    picture,
    at: pictureOn({ ...layout.wall, fit: panel.profile.fit }, of),
  });
  const now = {
    ...{ panel, layout, view, words, halved, side, onPainted },
    ...{ first: lying(first, clip), second: lying(second, other ?? clip) },
  };
  const scene = useRef(now);
  scene.current = now;
  const paint = useCallback(() => {
    const stage = canvas.current;
    if (!stage) return;
    const { layout: at, halved: half, side: two, onPainted: painted, ...rest } = scene.current;
    const beside = two ? { ...at, at: { ...at.at, x: at.at.x + Math.round(half.width) } } : null;
    const shown =
      rest.view.compare !== 'off' && !rest.second.picture ? { ...rest.view, compare: 'off' as const } : rest.view;
    painter.paint(stage, { ...rest, view: shown, layout: at, beside, now: performance.now() });
    const frame = deck.shownFrame();
    stage.dataset.frame = frame === null ? '' : String(frame);
    stage.dataset.scale = String(at.scale);
    painted?.(painter.wall);
  }, [painter, deck]);
  usePainting(deck, paint, view.ticker);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew whenever any of them changes
  useEffect(paint, [paint, layout, view, words, first, second, room]);
  const showFirst = useCallback((picture: Picture | null) => setFirst(picture), []);
  const showSecond = useCallback((picture: Picture | null) => setSecond(picture), []);

  const pan = usePan(layout, ratio, view, onView);
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (!onPlace || event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const place = placeAt({ x: (event.clientX - box.x) * ratio, y: (event.clientY - box.y) * ratio }, layout);
    if (place) onPlace(place);
  };
  return (
    <div
      ref={ref}
      className={css.stage}
      data-light={view.light}
      data-placing={onPlace ? true : undefined}
      onPointerDown={onPlace ? press : undefined}
      // Whoever points at a place goes on typing.
      onMouseDown={onPlace ? (event) => event.preventDefault() : undefined}
      {...(onPlace ? {} : pan)}
    >
      <canvas
        ref={canvas}
        className={css.canvas}
        width={Math.max(1, room.width)}
        height={Math.max(1, room.height)}
        role="img"
        aria-label={t('stage.label', { name, panel: panel.name ?? t('stage.plain') })}
      />
      <div className={css.hidden} aria-hidden="true">
        <Media clip={clip} attach={deck.attachLead} onPicture={showFirst} onMedia={onMedia} onLoaded={paint} />
        {other && <Media clip={other} attach={deck.attachFollow} onPicture={showSecond} onLoaded={paint} muted />}
      </div>
      {other && view.compare !== 'off' && view.compare !== 'difference' && <Sides swapped={view.swapped} view={view} />}
      {view.safe && <SafeAreas layout={inCss(layout, ratio)} />}
      {over?.(inCss(layout, ratio))}
      {view.compare === 'wipe' && other && <WipeLine layout={inCss(layout, ratio)} wipe={view.wipe} onView={onView} />}
      {clip.kind === 'audio' && <p className={css.note}>{t('stage.sound')}</p>}
    </div>
  );
}

/** Which of the two is where. */
function Sides({ swapped, view: { compare, wipe } }: { swapped: boolean; view: View }) {
  const { t } = useTranslation('preview');
  const names = swapped ? [t('compare.b'), t('compare.a')] : [t('compare.a'), t('compare.b')];
  const level = compare === 'wipe' && wipe.line === 'level';
  return names.map((name, place) => (
    <span key={name} className={css.tag} data-place={place === 0 ? 'first' : level ? 'below' : compare}>
      {name}
    </span>
  ));
}

/** Draws whenever the deck has something new, and all the time while something moves by itself; never twice for one picture of the screen. */
function usePainting(deck: Deck, paint: () => void, moving: boolean): void {
  useEffect(() => {
    let asked = 0;
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(run);
    };
    const run = () => {
      asked = 0;
      paint();
      if (moving) ask();
    };
    ask();
    const end = deck.subscribe(ask);
    return () => {
      cancelAnimationFrame(asked);
      end();
    };
  }, [deck, paint, moving]);
}

/** What is larger than the stage is dragged about. */
function usePan(layout: Layout, ratio: number, view: View, onView: StageProps['onView']) {
  const { at } = layout;
  return {
    onPointerMove(event: PointerEvent) {
      if (event.buttons !== 1 || event.target instanceof HTMLButtonElement) return;
      const x = view.pan.x - (event.movementX * ratio) / at.width;
      const y = view.pan.y - (event.movementY * ratio) / at.height;
      const within = (value: number) => Math.min(1, Math.max(0, value));
      onView({ pan: { x: within(x), y: within(y) } });
    },
  };
}

function inCss(layout: Layout, ratio: number): Layout {
  const { at } = layout;
  const less = { x: at.x / ratio, y: at.y / ratio, width: at.width / ratio, height: at.height / ratio };
  return { ...layout, scale: layout.scale / ratio, at: less };
}
