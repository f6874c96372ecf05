/** Two versions of a booking side by side: what is saved, and what somebody wants instead; what differs is listed below. */
import { useTranslation } from 'react-i18next';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import { BookingSentence } from './BookingSentence';
import type { FormValues } from './draft';
import { differingFacts, type Fact, useFacts } from './use-facts';

interface TwoVersionsProps {
  data: ScheduleData;
  /** Null where there is none. */
  left: FormValues | null;
  right: FormValues | null;
  /** What the two are; what is saved and one's own where not said. */
  names?: readonly [string, string];
}

export function TwoVersions({ data, left, right, names }: TwoVersionsProps) {
  const { t } = useTranslation('schedule');
  const [leftName, rightName] = names ?? [t('lane.stale.saved'), t('lane.stale.yours')];
  const facts = left && right ? differingFacts(left, right) : [];
  return (
    <>
      <div className={css.versions}>
        <Version name={leftName} form={left} {...{ data, facts }} />
        <Version name={rightName} form={right} {...{ data, facts }} />
      </div>
      <Differing left={left} right={right} />
    </>
  );
}

interface VersionProps {
  name: string;
  form: FormValues | null;
  data: ScheduleData;
  facts: readonly Fact[];
}

function Version({ name, form, data, facts }: VersionProps) {
  const { t } = useTranslation(['schedule', 'fields']);
  const tell = useFacts();
  return (
    <div>
      <strong>{name}</strong>
      {form && <p>{form.name}</p>}
      {form ? <BookingSentence form={form} data={data} /> : <p>{t('lane.stale.removed')}</p>}
      {form && facts.length > 0 && (
        <dl>
          {facts.map((fact) => (
            <div key={fact}>
              <dt>{t(`fields:${fact}`)}</dt>
              <dd>{tell(form, fact) || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** All fields that differ, by their names. */
function Differing({ left, right }: Pick<TwoVersionsProps, 'left' | 'right'>) {
  const { t } = useTranslation(['schedule', 'fields']);
  if (!left || !right) return null;
  const keys = Object.keys(right) as (keyof FormValues)[];
  const names = keys
    .filter((key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]))
    .map((key) => t(`fields:${key}`));
  if (names.length === 0) return null;
  return <p className={css.quiet}>{t('lane.stale.differing', { fields: names.join(', ') })}</p>;
}
