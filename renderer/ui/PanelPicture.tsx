/** A display drawn as its panel: in its proportions, with what it shows. A new picture replaces the old one only once decoded. */
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import css from './PanelPicture.module.css';

interface PanelPictureProps {
  /** Pixels of the panel. */
  width: number;
  height: number;
  /** Address of the picture; null shows `children`. */
  src: string | null;
  alt: string;
  /** The panel is drawn as large as fits under this height, px. */
  maxHeight?: number;
  /** Greyed: the picture is old. */
  stale?: boolean;
  /** What stands on a panel without picture. */
  children?: ReactNode;
}

export function PanelPicture({ width, height, src, alt, maxHeight = 180, stale = false, children }: PanelPictureProps) {
  const shown = useDecoded(src);
  const style: CSSProperties = {
    aspectRatio: `${width} / ${height}`,
    width: `min(100%, ${(maxHeight * width) / height}px)`,
  };
  return (
    <div className={css.stand} style={{ minHeight: Math.min(maxHeight, 96) }}>
      <div className={css.panel} style={style}>
        {shown ? (
          <img className={stale ? css.stale : css.picture} src={shown} alt={alt} draggable={false} />
        ) : (
          <div className={css.blank} role="img" aria-label={alt}>
            {children}
          </div>
        )}
      </div>
    </div>
  );
}

/** The newest of the given addresses that has been decoded; no flash between two pictures, no broken image. */
function useDecoded(src: string | null): string | null {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (!src) return;
    let current = true;
    const image = new Image();
    image.src = src;
    image.decode().then(
      () => current && setShown(src),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [src]);
  return src ? shown : null;
}
