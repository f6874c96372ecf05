/** What of an earlier version still airs, and the new version put in its place in one press: now, or once it can be played there. */
import { Button } from '@mantine/core';
import { IconReplace } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OnAirBefore as Before, SubmissionView } from '../../../electron/contract/api/submissions';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { reasonTexts } from '../../operator/i18n/say';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import css from './Submission.module.css';
import { useReplace } from './use-replace';

/** More places than this are counted, not named. */
const MOST_NAMED = 6;
/** Encoders differ by less. */
const TELLING_MS = 500;

export function OnAirBefore({ view }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const { onAirBefore: before, submission } = view;
  if (!before || submission.state === 'withdrawn') return null;
  const { n, uses, waits } = before;
  const isApproved = submission.state === 'approved';
  const isWaiting = submission.replacing !== null;
  return (
    <section className={css.notice} aria-label={t('before.label')}>
      <div className={css.grow}>
        <strong>{t(uses.length > 0 ? 'before.airs' : 'before.unused', { n })}</strong>
        <Standing view={view} before={before} />
        {uses.length > 0 && (
          <p className={css.muted}>
            {uses
              .slice(0, MOST_NAMED)
              .map(({ kind, name }) => t(`before.use.${kind}`, { name }))
              .join(' · ')}
            {uses.length > MOST_NAMED && ` · ${t('more', { count: uses.length - MOST_NAMED })}`}
          </p>
        )}
        <OtherLength before={before} />
        {isApproved && waits.length > 0 && <Waits waits={waits} assetId={submission.versions.at(-1)?.assetId} />}
      </div>
      {isApproved && may('desk') && (isWaiting ? <Keep view={view} n={n} /> : <Replace view={view} />)}
    </section>
  );
}

/** A slot or a break that is full of the one before may be too short for the next, or not filled by it. */
function OtherLength({ before: { n, lengths } }: { before: Before }) {
  const { t } = useTranslation('submissions');
  const { span } = useFormats();
  if (!lengths || Math.abs(lengths.after - lengths.before) < TELLING_MS) return null;
  return <p>{t('before.otherLength', { n, before: span(lengths.before), after: span(lengths.after) })}</p>;
}

function Standing({ view: { submission }, before: { n, uses, waits } }: { view: SubmissionView; before: Before }) {
  const { t } = useTranslation('submissions');
  const { dateTime } = useFormats();
  const { state, replacing } = submission;
  const said = () => {
    if (uses.length === 0 && !replacing) return t('before.nowhere');
    if (state !== 'approved') return t('before.until', { n });
    if (replacing) return t('before.askedBy', { n, name: replacing.by.name, at: dateTime(replacing.at) });
    return t(waits.length > 0 ? 'before.willWait' : 'before.canMove', { n });
  };
  return (
    <p className={css.muted} aria-live="polite">
      {said()}
    </p>
  );
}

/** Where it cannot be played yet, and why. */
function Waits({ waits, assetId }: { waits: Before['waits']; assetId: string | undefined }) {
  const { t } = useTranslation('submissions');
  // What is against it by rule or day is said as it is; what is only being made has no reason.
  const waitText = (state: Before['waits'][number]['state'], why: string) =>
    state === 'failed' ? t('before.failed', { why }) : why || t('before.coming');
  const isStuck = waits.some(({ state }) => state === 'failed');
  return (
    <>
      <ul className={css.waits} aria-label={t('before.waitsFor')}>
        {waits.slice(0, MOST_NAMED).map(({ display, state, because }) => (
          <li key={display ?? ''} data-state={state}>
            <strong>{display ?? t('before.radio')}</strong> {waitText(state, reasonTexts(because).join(' '))}
          </li>
        ))}
        {waits.length > MOST_NAMED && <li>{t('more', { count: waits.length - MOST_NAMED })}</li>}
      </ul>
      {isStuck && assetId && (
        <Link to="/library" search={{ id: assetId }} className={css.back}>
          {t('before.look')}
        </Link>
      )}
    </>
  );
}

function Replace({ view }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const replace = useReplace(view);
  return (
    <Button
      variant="default"
      leftSection={<IconReplace size={16} aria-hidden="true" />}
      loading={replace.isPending}
      onClick={() => replace.mutate()}
    >
      {t('before.replace')}
    </Button>
  );
}

function Keep({ view, n }: { view: SubmissionView; n: number }) {
  const { t } = useTranslation('submissions');
  const keep = useCommand({
    run: () => client.submissions.keepBefore({ id: view.submission.id }),
    done: () => t('before.kept', { n }),
    undo: true,
  });
  return (
    <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
      {t('before.keep')}
    </Button>
  );
}
