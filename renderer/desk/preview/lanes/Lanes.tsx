/** All that has a time, below the picture: filmstrip, sound, what the check found and what people said, under one playhead. */
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbedAsset } from '../../../../electron/contract/records/asset';
import type { PreviewComment } from '../../../../electron/contract/records/preview';
import type { QualityFinding } from '../../../../electron/contract/records/quality';
import { framesOf } from '../../../../electron/domain/preview/shuttle';
import { frameAt, timecode } from '../../../../electron/domain/preview/timecode';
import { reasonText } from '../../../operator/i18n/say';
import { FilmStrip } from '../../../operator/shared/player/FilmStrip';
import { Waveform } from '../../../operator/shared/player/Waveform';
import type { Deck } from '../engine/Deck';
import { useDeck } from '../use-deck';
import css from './Lanes.module.css';
import { useHiddenLanes } from './use-hidden-lanes';

interface LanesProps {
  deck: Deck;
  asset: ProbedAsset;
  findings: readonly QualityFinding[];
  comments: readonly PreviewComment[];
  chosen: string | null;
  onChoose: (id: string, atMs: number) => void;
}

export function Lanes({ deck, asset, findings, comments, chosen, onChoose }: LanesProps) {
  const { t } = useTranslation('preview');
  const { filmstrip, waveform } = asset.pictures;
  const { durationMs } = asset.probe;
  const rate = deck.pace().rate;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const at = (ms: number) => timecode(frameAt(ms, rate), rate);
  const box = useRef<HTMLDivElement>(null);
  const hidden = useHiddenLanes(box, 1 + kinds.length + Number(comments.length > 0));
  return (
    <>
      <div ref={box} className={css.lanes}>
        <Slider deck={deck} durationMs={durationMs}>
          {filmstrip && <FilmStrip strip={filmstrip} />}
          {waveform && <Waveform peaks={waveform} columns={800} className={css.wave} />}
          {!filmstrip && !waveform && <div className={css.bare} />}
        </Slider>
        {kinds.map((kind) => (
          <Lane key={kind} name={t(`kinds.${kind}`)} deck={deck} durationMs={durationMs}>
            {findings
              .filter((finding) => finding.kind === kind)
              .map((finding) => (
                <Pin
                  key={finding.id}
                  from={finding.fromMs}
                  to={finding.toMs ?? (finding.fromMs === 0 ? durationMs : finding.fromMs)}
                  durationMs={durationMs}
                  look={finding.severity}
                  chosen={chosen === finding.id}
                  label={`${t(`severity.${finding.severity}`)}, ${at(finding.fromMs)}: ${reasonText(finding.because)}`}
                  onPress={() => onChoose(finding.id, finding.fromMs)}
                />
              ))}
          </Lane>
        ))}
        {comments.length > 0 && (
          <Lane name={t('comments.title')} deck={deck} durationMs={durationMs}>
            {comments.map((comment, place) => (
              <Pin
                key={comment.id}
                from={comment.atMs}
                to={comment.atMs}
                durationMs={durationMs}
                look={comment.resolvedAt === null ? 'comment' : 'resolved'}
                chosen={chosen === comment.id}
                label={`${t('comments.title')} ${place + 1}, ${at(comment.atMs)}: ${comment.text}`}
                onPress={() => onChoose(comment.id, comment.atMs)}
              >
                {place + 1}
              </Pin>
            ))}
          </Lane>
        )}
      </div>
      {hidden > 0 && (
        <button
          type="button"
          className={css.more}
          onClick={() => box.current?.scrollBy({ top: box.current.clientHeight / 2 })}
        >
          <IconChevronDown size={14} aria-hidden="true" />
          {t('lanes.more', { count: hidden })}
        </button>
      )}
    </>
  );
}

/** Moves the playhead without rendering. */
function usePlayhead(deck: Deck, durationMs: number) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = () => ref.current?.style.setProperty('--at', String(deck.atMs() / Math.max(durationMs, 1)));
    draw();
    return deck.subscribe(draw);
  }, [deck, durationMs]);
  return ref;
}

function Slider({ deck, durationMs, children }: { deck: Deck; durationMs: number; children: ReactNode }) {
  const { t } = useTranslation('preview');
  const track = usePlayhead(deck, durationMs);
  const frame = useDeck(deck, (each) => each.frame());
  const frames = useDeck(deck, (each) => each.frames());
  const inMs = useDeck(deck, (each) => each.part()?.inMs ?? null);
  const outMs = useDeck(deck, (each) => each.part()?.outMs ?? null);
  const share = (ms: number) => `${(ms / Math.max(durationMs, 1)) * 100}%`;
  const scrub = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    if (deck.speed() !== 0) deck.run(0);
    deck.seek(Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1) * durationMs);
  };
  const press = (event: KeyboardEvent) => {
    const { rate } = deck.pace();
    const by = framesOf(event.key, event.shiftKey, rate);
    const step = by ?? (event.key === 'Home' ? -frames : event.key === 'End' ? frames : null);
    if (step === null) return;
    event.preventDefault();
    deck.step(step);
  };
  return (
    <div className={css.lane}>
      <span className={css.name}>{t('lanes.material')}</span>
      <div
        ref={track}
        className={css.track}
        role="slider"
        tabIndex={0}
        aria-label={t('lanes.position')}
        aria-valuemin={0}
        aria-valuemax={frames - 1}
        aria-valuenow={frame}
        aria-valuetext={timecode(frame, deck.pace().rate)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
        onKeyDown={press}
      >
        {children}
        {inMs !== null && <div className={css.outside} style={{ left: 0, width: share(inMs) }} />}
        {outMs !== null && <div className={css.outside} style={{ left: share(outMs), right: 0 }} />}
        <div className={css.playhead} />
      </div>
    </div>
  );
}

interface LaneProps {
  name: string;
  deck: Deck;
  durationMs: number;
  children: ReactNode;
}

function Lane({ name, deck, durationMs, children }: LaneProps) {
  const track = usePlayhead(deck, durationMs);
  return (
    <div className={css.lane}>
      <span className={`${css.name} one-line`} title={name}>
        {name}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a lane */}
      <div ref={track} className={css.pins} role="group" aria-label={name}>
        {children}
        <div className={css.playhead} />
      </div>
    </div>
  );
}

interface PinProps {
  from: number;
  to: number;
  durationMs: number;
  look: 'info' | 'warning' | 'error' | 'comment' | 'resolved';
  chosen: boolean;
  label: string;
  onPress: () => void;
  children?: ReactNode;
}

function Pin({ from, to, durationMs, look, chosen, label, onPress, children }: PinProps) {
  const left = (from / Math.max(durationMs, 1)) * 100;
  const width = ((to - from) / Math.max(durationMs, 1)) * 100;
  return (
    <button
      type="button"
      className={css.pin}
      data-look={look}
      data-span={width > 0 || undefined}
      aria-pressed={chosen}
      style={{ left: `${left}%`, ...(width > 0 ? { width: `${Math.min(width, 100 - left)}%` } : {}) }}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
