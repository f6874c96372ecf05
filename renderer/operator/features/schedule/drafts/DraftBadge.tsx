/** Says of a booking that the open draft makes or changes it. */
import { useTranslation } from 'react-i18next';
import css from './Drafts.module.css';
import { useOpenDraft } from './open-draft';

export function DraftBadge({ id }: { id: string }) {
  const edit = useOpenDraft()?.edits.find(({ bookingId }) => bookingId === id);
  return edit ? <KindBadge kind={edit.base ? 'changed' : 'made'} /> : null;
}

export function KindBadge({ kind }: { kind: 'made' | 'changed' | 'removed' | 'same' }) {
  const { t } = useTranslation('drafts');
  return (
    <span className={css.badge} data-kind={kind}>
      {t(`kind.${kind}`)}
    </span>
  );
}
