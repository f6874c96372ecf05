/** A picture of material; its name where the picture is withheld (recalled, exempt) or gone. */
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import css from './Thumbnail.module.css';

interface ThumbnailProps {
  hash: string;
  name: string;
  width?: number;
  height?: number;
}

export function Thumbnail({ hash, name, width, height }: ThumbnailProps) {
  const [failed, fail] = useState<string | null>(null);
  if (failed === hash)
    return (
      <span className={css.missing} style={{ width, height }} aria-hidden="true">
        <IconPhotoOff size={18} />
        <span>{name}</span>
      </span>
    );
  return (
    <img
      src={`/media/${hash}`}
      alt=""
      draggable={false}
      loading="lazy"
      onError={() => fail(hash)}
      {...(width === undefined ? {} : { width })}
      {...(height === undefined ? {} : { height })}
    />
  );
}
