/** One view of one rundown: what is in the way of it, or itself. */
import { useEffect, useMemo } from 'react';
import { mayDo, type PublicUser } from '../../electron/contract/records/user';
import { failureOf } from '../client/failure';
import { type Air, useAir } from '../client/use-air';
import type { Address, View } from './address';
import { Controls } from './Controls';
import { IndexPage } from './IndexPage';
import type { Look } from './look';
import { Prompter } from './prompter/Prompter';
import { Guest } from './screens/Guest';
import { Phone } from './screens/Phone';
import { Presenter } from './screens/Presenter';
import { Read } from './screens/Read';
import { Wall } from './screens/Wall';
import { Lost } from './shared/Lost';
import { Notice } from './shared/Notice';
import { useSay } from './words';

interface ViewOfProps {
  address: Address;
  look: Look;
  onLook: (part: Partial<Look>) => void;
  user: PublicUser;
  onSignedOut: () => void;
}

const SCREENS = {
  prompter: Prompter,
  presenter: Presenter,
  guest: Guest,
  wall: Wall,
  phone: Phone,
  read: Read,
} as const;

/** A rehearsal that is over says nothing of the broadcast to come. */
function withoutOver(air: Air): Air {
  const { show } = air.state;
  if (!show?.rehearsal || show.state === 'onAir') return air;
  return { ...air, state: { ...air.state, show: null, steps: [] } };
}

export function ViewOf({ address: { view, rundownId }, look, onLook, user, onSignedOut }: ViewOfProps) {
  const say = useSay();
  const { air: followedAir, followed } = useAir(rundownId);
  const air = useMemo(() => followedAir && withoutOver(followedAir), [followedAir]);
  const code = failureOf(followed.fault)?.code;
  useEffect(() => {
    if (code === 'notSignedIn') onSignedOut();
  }, [code, onSignedOut]);
  if (followed.state === null) return <Notice title={say('gone')} words={say('goneWords')} />;
  if (!air) return <Notice title={say('connecting')} />;
  if (!view) return <IndexPage air={air} />;
  const Screen = SCREENS[view satisfies View];
  const { connected } = followed;
  return (
    <>
      <Screen air={air} look={look} onLook={onLook} connected={connected} runs={mayDo(user.role, 'rundown')} />
      {!connected && <Lost />}
      <Controls view={view} look={look} onLook={onLook} />
    </>
  );
}
