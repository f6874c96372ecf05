/** Times and lengths on screen: tabular figures, and a machine-readable value for screen readers and tests. */
import { durationText, timecodeText } from './duration';

interface InstantProps {
  /** Epoch ms. */
  at: number;
  /** Already in the reader's language and zone. */
  text: string;
  className?: string;
}

/** An instant, written by the caller's formatter. */
export function Timecode({ at, text, className = '' }: InstantProps) {
  return (
    <time className={`tabular ${className}`} dateTime={new Date(at).toISOString()}>
      {text}
    </time>
  );
}

/** A length as `m:ss`; with `frameRate`, to the frame. */
export function Duration({ ms, frameRate, className = '' }: { ms: number; frameRate?: number; className?: string }) {
  return <span className={`tabular ${className}`}>{frameRate ? timecodeText(ms, frameRate) : durationText(ms)}</span>;
}
