/** An agency's own page: what it has handed in, how it stands, what is to be mended, and what was shown. Nothing of the office's frame. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconInbox, IconKey, IconLogout, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../client/client';
import { LanguageButton, ThemeButton } from '../../operator/frame/LooksButtons';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { EmptyState, RowSkeletons, Section } from '../../ui';
import { StandingMark } from '../shared/StandingMark';
import { useUnsaved } from '../shared/use-unsaved';
import { Agreements } from './Agreements';
import { NewOwn } from './NewOwn';
import { OwnPassword } from './OwnPassword';
import { OwnSubmission } from './OwnSubmission';
import css from './Portal.module.css';

/** An agency follows no feed of the station's: its page asks. */
const ASK_MS = 5_000;

export function PortalScreen() {
  const { t } = useTranslation('submissions');
  const [chosen, choose] = useState<string | null>(null);
  const [changing, changePassword] = useState(false);
  const [adding, add] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const { leave, question } = useUnsaved(unsaved);
  const open = adding ? 'new' : chosen;
  /** Null: the list. */
  const turnTo = (id: string | null) => {
    choose(id);
    add(false);
  };
  const back = useRef<HTMLButtonElement>(null);
  useOpenedInView(open, back);
  const me = useQuery(orpc.portal.me.queryOptions());
  const mine = useQuery({ ...orpc.portal.list.queryOptions({ input: {} }), refetchInterval: ASK_MS });
  const signOut = useSignOut();
  if (!me.data)
    return (
      <div className={css.portal}>
        {me.isPending && <RowSkeletons label={t('loading')} rows={6} />}
        {me.isError && <FaultPanel fault={me.error} onRetry={() => void me.refetch()} />}
      </div>
    );
  const { agency, agreements, stationName, zone, categories, checklist, stages } = me.data;
  return (
    <div className={css.portal}>
      <header className={css.top}>
        <div>
          <h1>{t('portal.title', { agency: agency.name })}</h1>
          <p className={css.muted}>{t('portal.at', { station: stationName })}</p>
        </div>
        <nav className={css.tools} aria-label={t('portal.tools')}>
          <LanguageButton />
          <ThemeButton />
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconKey size={16} aria-hidden="true" />}
            onClick={() => changePassword(true)}
          >
            {t('portal.password')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconLogout size={16} aria-hidden="true" />}
            onClick={() => leave(signOut)}
          >
            {t('portal.signOut')}
          </Button>
        </nav>
      </header>
      {question}
      {changing && <OwnPassword onClose={() => changePassword(false)} />}
      <main className={css.columns} data-open={open !== null || undefined}>
        <div className={css.side}>
          <Section
            title={t('portal.mine')}
            aside={
              <Button
                size="compact-md"
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() =>
                  leave(() => {
                    choose(null);
                    add(true);
                  })
                }
              >
                {t('portal.new')}
              </Button>
            }
          >
            {mine.data?.total === 0 && <p className={css.muted}>{t('portal.none')}</p>}
            <ul className={css.list}>
              {mine.data?.items.map((row) => (
                <li key={row.id}>
                  <button
                    type="button"
                    aria-pressed={chosen === row.id}
                    onClick={() => chosen !== row.id && leave(() => turnTo(row.id))}
                  >
                    <strong>{row.title}</strong>
                    <span className={css.muted}>{row.receipt}</span>
                    <StandingMark standing={row.standing} />
                  </button>
                </li>
              ))}
            </ul>
          </Section>
          <Agreements agreements={agreements} zone={zone} />
          <Section title={t('portal.ask')}>
            <ul className={css.points}>
              {checklist.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </Section>
        </div>
        <div className={css.main}>
          {open !== null && (
            <Button
              ref={back}
              className={css.back ?? ''}
              variant="subtle"
              size="compact-md"
              leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
              onClick={() => leave(() => turnTo(null))}
            >
              {t('portal.mine')}
            </Button>
          )}
          {adding && (
            <NewOwn
              categories={categories}
              stages={stages}
              onDone={turnTo}
              onCancel={() => leave(() => add(false))}
              onUnsaved={setUnsaved}
            />
          )}
          {!adding && chosen && (
            <OwnSubmission key={chosen} id={chosen} categories={categories} stages={stages} onUnsaved={setUnsaved} />
          )}
          {!(adding || chosen) && (
            <EmptyState icon={<IconInbox size={36} stroke={1.5} />} title={t('portal.choose')}>
              {t('portal.chooseWords')}
            </EmptyState>
          )}
        </div>
      </main>
    </div>
  );
}

/** Where there is room for one column alone, what was opened takes its place: read from its top, the way back at hand. */
function useOpenedInView(open: string | null, back: RefObject<HTMLButtonElement | null>): void {
  useLayoutEffect(() => {
    const button = back.current;
    // Not shown where both columns stand side by side: there nothing moves.
    if (open === null || !button || button.offsetParent === null) return;
    button.scrollIntoView({ block: 'start' });
    button.focus({ preventScroll: true });
  }, [open, back]);
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  return () =>
    void client.auth.signOut().then(() => {
      queries.clear();
      location.assign('/');
    });
}
