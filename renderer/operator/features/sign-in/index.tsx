/** The door: sign in, make the first administrator, or come through from the desktop window. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import mark from '../../../../resources/icons/mark.svg';
import { orpc } from '../../../client/client';
import { LanguageButton, ThemeButton } from '../../frame/LooksButtons';
import { DesktopEntry } from './DesktopEntry';
import { FirstRunForm } from './FirstRunForm';
import css from './SignIn.module.css';
import { SignInForm } from './SignInForm';

export interface DoorStatus {
  firstRun: boolean;
  stationName: string;
  user: { name: string } | null;
}

export function SignInScreen({ status }: { status: DoorStatus }) {
  const { t } = useTranslation('signIn');
  const { pathname, code } = useRouterState({
    select: ({ location }) => ({ pathname: location.pathname, code: codeIn(location.searchStr) }),
  });
  const enter = useEnter();
  return (
    <main className={css.door}>
      <div className={css.looks}>
        <LanguageButton />
        <ThemeButton />
      </div>
      <div className={css.card}>
        <img src={mark} width={44} height={44} alt="" />
        <h1 className={`any-word ${css.name}`}>{status.stationName}</h1>
        <p className={css.words}>{t('about')}</p>
        {bodyFor({ pathname, code, status, enter })}
      </div>
    </main>
  );
}

interface BodyInput {
  pathname: string;
  code: string;
  status: DoorStatus;
  enter: (to: string) => Promise<void>;
}

function bodyFor({ pathname, code, status, enter }: BodyInput): ReactNode {
  if (pathname === '/desktop' && code) return <DesktopEntry code={code} onEntered={() => enter('/')} />;
  if (pathname === '/first-run' && code && status.firstRun) {
    return <FirstRunForm code={code} onEntered={() => enter('/')} />;
  }
  return <SignInForm firstRun={status.firstRun} onEntered={() => enter(isDoor(pathname) ? '/' : pathname)} />;
}

const isDoor = (pathname: string) => pathname === '/first-run' || pathname === '/desktop';
/** As text: a code of digits alone must not become a number. */
const codeIn = (search: string) => new URLSearchParams(search).get('code') ?? '';

/** Goes in: asks anew who is here, then opens the place that was asked for, without the code in the address. */
function useEnter(): (to: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (to) => {
    if (to !== location.pathname) await navigate({ to, replace: true });
    await queries.invalidateQueries({ queryKey: orpc.auth.status.key() });
  };
}
