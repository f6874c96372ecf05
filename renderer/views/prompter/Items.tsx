/** The script item by item. Rendered only when the text or what is on air changes: it may be as long as a novel. */
import { memo } from 'react';
import type { ScriptDoc } from '../../../electron/contract/records/script';
import type { Show } from '../../../electron/contract/records/show';
import type { Spoken } from '../../../electron/contract/rundown-feed';
import { lengthOf } from '../../../electron/domain/rundown/live';
import type { Plan, Row } from '../../../electron/domain/rundown/plan';
import { elapsedText } from '../../client/air-text';
import { NOT_RUN } from '../../client/use-air';
import type { Scripts } from '../../client/use-scripts';
import { Script } from '../shared/Script';
import { useSay } from '../words';

interface ItemsProps {
  plan: Plan;
  show: Show | null;
  scripts: Scripts | undefined;
  spoken: readonly Spoken[];
  speakers: readonly string[];
}

export const Items = memo(AllItems);

function AllItems({ plan, show, scripts, spoken, speakers }: ItemsProps) {
  const skipped = new Set(show?.skipped);
  const counts = new Map(spoken.map(({ itemId, words }) => [itemId, sum(Object.values(words))]));
  return plan.running.map((row) => {
    const { id } = row.item;
    return (
      <Item
        key={id}
        row={row}
        lengthMs={lengthOf(row, show ?? NOT_RUN)}
        words={counts.get(id) ?? 0}
        isOn={id === show?.current?.itemId}
        isSkipped={skipped.has(id)}
        doc={scripts?.get(id)}
        speakers={speakers}
      />
    );
  });
}

interface ItemProps {
  row: Row;
  lengthMs: number;
  words: number;
  isOn: boolean;
  isSkipped: boolean;
  doc: ScriptDoc | undefined;
  speakers: readonly string[];
}

/** A take changes two of hundreds. */
const Item = memo(({ row, lengthMs, words, isOn, isSkipped, doc, speakers }: ItemProps) => {
  const say = useSay();
  return (
    <section
      data-item={row.item.id}
      data-words={words}
      data-on={isOn || undefined}
      data-skipped={isSkipped || undefined}
      aria-current={isOn ? 'step' : undefined}
    >
      <h2>
        {row.item.title || say('untitled')} <span className="tabular">{elapsedText(lengthMs)}</span>
      </h2>
      <Script doc={doc} speakers={speakers} />
    </section>
  );
});

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
