/** What videotrons show of this show: which items have a cue, how far it has come, at how many displays. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CueView } from '../../../../electron/contract/api/cues';
import type { Plan } from '../../../../electron/domain/rundown/plan';
import { orpc } from '../../../client/client';
import { reasonText } from '../../../operator/i18n/say';
import { StatusDot } from '../../../ui';
import css from './HardStarts.module.css';
import box from './Live.module.css';

type Receipt = NonNullable<CueView['displays'][number]['receipt']>;

const DOTS = { waiting: 'grey', refused: 'amber', armed: 'green', showing: 'red', over: 'grey' } as const;

export function Cues({ rundownId, plan }: { rundownId: string; plan: Plan }) {
  const { t } = useTranslation('onAir');
  const cues = useQuery(orpc.cues.of.queryOptions({ input: { rundownId } })).data ?? [];
  if (cues.length === 0) return null;
  return (
    <section className={box.box} aria-label={t('cues.title')}>
      <h2 className={box.boxTitle}>{t('cues.title')}</h2>
      <ul className={css.all}>
        {cues.map((cue) => (
          <li key={cue.itemId} className={css.one}>
            <span className={`tabular ${css.at}`}>{countOf(cue)}</span>
            <span className={`${css.name} one-line`}>
              {plan.byId.get(cue.itemId)?.item.title || t('next.untitled')}
            </span>
            <span />
            <StatusDot tone={DOTS[cue.state]}>{t(`cues.${cue.state}`)}</StatusDot>
            {cue.because.map((why) => (
              <p key={why.code} className={`${box.quiet} ${css.why}`}>
                {reasonText(why)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Displays that hold it, or of one on air those that show it, of all that are meant. */
function countOf({ state, displays }: CueView): string {
  if (displays.length === 0) return '';
  const isThere = ({ readyAt, shownAt }: Receipt) => (state === 'armed' ? readyAt : shownAt) !== null;
  return `${displays.filter(({ receipt }) => receipt && isThere(receipt)).length}/${displays.length}`;
}
