/** What was made from the material and goes with it. A later version or a card may be kept; a repaired copy is the same pictures. */
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAY_STAY, type MadeFrom } from '../../../electron/contract/records/recall';
import css from './Recalls.module.css';

export interface KeepProps {
  /** Assets that stay. */
  keep: ReadonlySet<string>;
  onKeep: (keep: ReadonlySet<string>) => void;
}

/** `onKeep` absent: it is done, and only to be read. */
export function MadeList({ made, keep, onKeep }: { made: readonly MadeFrom[] } & Partial<KeepProps>) {
  const { t } = useTranslation('recalls');
  return (
    <ul className={css.touches}>
      {made.map(({ assetId, name, kind }) => (
        <li key={assetId}>
          <span className={css.kind}>{t(`made.${kind}`)}</span>
          <span className={css.grow}>{name}</span>
          {onKeep && MAY_STAY.includes(kind) && (
            <Switch
              size="xs"
              label={t('made.with')}
              aria-label={t('made.withOf', { name })}
              checked={!keep?.has(assetId)}
              onChange={(event) => onKeep(toggled(keep ?? new Set(), assetId, !event.currentTarget.checked))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function toggled(keep: ReadonlySet<string>, id: string, stays: boolean): ReadonlySet<string> {
  const next = new Set(keep);
  if (stays) next.add(id);
  else next.delete(id);
  return next;
}
