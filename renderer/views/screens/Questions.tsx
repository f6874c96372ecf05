import type { Rundown } from '../../../electron/contract/records/rundown';
import { useSay } from '../words';

/** What is still to be asked. */
export function Questions({ questions }: Pick<Rundown, 'questions'>) {
  const say = useSay();
  const open = questions.filter(({ asked }) => !asked);
  if (open.length === 0) return null;
  return (
    <section className="questions" aria-label={say('part.questions')}>
      <h2>{say('part.questions')}</h2>
      <ol>
        {open.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ol>
    </section>
  );
}
