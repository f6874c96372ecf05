/** Who looks is asked first; then the view that the address names. */
import { useEffect, useMemo } from 'react';
import { addressOf, type View } from './address';
import { Notice } from './shared/Notice';
import { type Door, useDoor } from './use-door';
import { useLook } from './use-look';
import { ViewOf } from './ViewOf';
import { chosenLanguage, SayContext, sayIn, useSay } from './words';

export function App() {
  const door = useDoor();
  const [look, setLook] = useLook();
  const language = look.language ?? chosenLanguage() ?? door.language ?? 'id';
  const say = useMemo(() => sayIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <SayContext value={say}>
      <Inside door={door} look={look} onLook={setLook} />
    </SayContext>
  );
}

interface InsideProps {
  door: Door;
  look: ReturnType<typeof useLook>[0];
  onLook: ReturnType<typeof useLook>[1];
}

function Inside({ door, look, onLook }: InsideProps) {
  const say = useSay();
  const address = addressOf(location.pathname);
  useEffect(() => {
    document.title = `${say(address?.view ? `view.${address.view satisfies View}` : 'index.title')} · Suar`;
  }, [say, address?.view]);
  if (!address) return <Notice title={say('notFound')} words={say('notFoundWords')} />;
  if (door.state === 'asking') return <Notice title={say('connecting')} />;
  if (!door.user)
    return <Notice title={say('signIn')} words={say('signInWords')} link={{ to: '/', words: say('signInLink') }} />;
  return <ViewOf address={address} look={look} onLook={onLook} user={door.user} onSignedOut={door.leave} />;
}
