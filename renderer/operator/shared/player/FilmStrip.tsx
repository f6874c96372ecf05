/** Tiles of the clip, as many as fit. */
import { useElementSize } from '@mantine/hooks';
import css from './Strips.module.css';
import { framesFor, type Strip, tileStyle } from './tiles';

const HEIGHT_PX = 48;

export function FilmStrip({ strip }: { strip: Strip }) {
  const { ref, width } = useElementSize();
  const tiles = width > 0 ? framesFor(strip, width, HEIGHT_PX) : [];
  const frames = tiles.map((index, place) => ({ index, place }));
  return (
    <div ref={ref} className={css.strip} aria-hidden="true">
      {frames.map((frame) => (
        <div key={frame.place} className={css.tile} style={tileStyle(strip, frame.index)} />
      ))}
    </div>
  );
}
