/** Says of a booking that the open draft makes or changes it. */
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import css from './Drafts.module.css';
import type { OpenDraft } from './open-draft';

export function DraftBadge({ booking, draft }: { booking: Booking; draft: OpenDraft | null }) {
  const edit = draft?.edits.find(({ bookingId }) => bookingId === booking.id);
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
