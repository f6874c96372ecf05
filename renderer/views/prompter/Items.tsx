/** The script item by item. Rendered only when the text or what is on air changes: it may be as long as a novel. */
import { memo } from 'react';
import type { Show } from '../../../electron/contract/records/show';
import type { Spoken } from '../../../electron/contract/rundown-feed';
import { lengthOf } from '../../../electron/domain/rundown/live';
import type { Plan } from '../../../electron/domain/rundown/plan';
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
  const say = useSay();
  const skipped = new Set(show?.skipped);
  const counts = new Map(spoken.map(({ itemId, words }) => [itemId, sum(Object.values(words))]));
  return plan.running.map((row) => {
    const { id, title } = row.item;
    const isOn = id === show?.current?.itemId;
    return (
      <section
        key={id}
        data-item={id}
        data-words={counts.get(id) ?? 0}
        data-on={isOn || undefined}
        data-skipped={skipped.has(id) || undefined}
        aria-current={isOn ? 'step' : undefined}
      >
        <h2>
          {title || say('untitled')} <span className="tabular">{elapsedText(lengthOf(row, show ?? NOT_RUN))}</span>
        </h2>
        <Script doc={scripts?.get(id)} speakers={speakers} />
      </section>
    );
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
