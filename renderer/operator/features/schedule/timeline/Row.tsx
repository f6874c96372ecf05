/** One display: its name at left, its days at right, and below them its bookings while it is open. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import type { DisplayStatus } from '../../../../../electron/contract/live';
import { zoneLabel } from '../../../../../electron/domain/zone-label';
import { StatusDot } from '../../../../ui';
import { isCoarse } from '../calendar-view';
import { Lane } from '../lane/Lane';
import type { LaneRow } from '../lane/lane-rows';
import { CellsTrack } from './CellsTrack';
import { ClipsTrack } from './ClipsTrack';
import { Skipped } from './Skipped';
import type { Scene } from './scene';
import css from './Timeline.module.css';

export interface DisplayView {
  display: PublicDisplay;
  status: DisplayStatus;
}

export interface RowProps {
  row: DisplayView;
  scene: Scene;
  /** Its bookings; null while it is closed. */
  lane: LaneRow | null;
  /** Displays whose sums are asked for together with its own. */
  asked: readonly string[];
  top: number;
  height: number;
  /** The keyboard stands here. */
  current: boolean;
  onSkipped: (displayId: string) => void;
  onLane: (displayId: string) => void;
}

export const Row = memo(function Row(props: RowProps) {
  const { row, scene, lane, asked, top, height, current, onSkipped, onLane } = props;
  const { t } = useTranslation('schedule');
  const { id, name, zone, pairedAt } = row.display;
  const link = row.status.connected ? 'connected' : pairedAt === null ? 'notPaired' : 'away';
  const Chevron = lane ? IconChevronDown : IconChevronRight;
  return (
    <div className={css.row} data-current={current || undefined} data-display={id} style={{ top, height }}>
      <div className={css.strip}>
        <div className={css.label}>
          <button
            type="button"
            className={css.opener}
            aria-expanded={lane !== null}
            aria-label={t('lane.toggle', { display: name })}
            onClick={() => onLane(id)}
          >
            <Chevron size={16} stroke={1.75} aria-hidden="true" />
          </button>
          <span className={css.labelText}>
            <span className="two-lines" title={name}>
              {name}
            </span>
            <span className={css.labelMeta}>
              <StatusDot tone={link === 'connected' ? 'green' : 'grey'}>{t(`row.${link}`)}</StatusDot>
              {zone !== scene.zone && <span>{zoneLabel(zone, scene.view.from)}</span>}
              <Skipped displayId={id} scene={scene} onSkipped={onSkipped} />
            </span>
          </span>
        </div>
        {isCoarse(scene.view) ? (
          <CellsTrack displayId={id} asked={asked} scene={scene} />
        ) : (
          <ClipsTrack displayId={id} asked={asked} scene={scene} />
        )}
      </div>
      {lane && <Lane row={lane} scene={scene} asked={asked} />}
    </div>
  );
});
