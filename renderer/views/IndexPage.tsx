/** All views of a rundown, each with its full address and as a code to be scanned. */
import { useEffect, useState } from 'react';
import { client } from '../client/client';
import type { Air } from '../client/use-air';
import { VIEWS } from './address';
import { reachable } from './origin';
import { Qr } from './shared/Qr';
import { useSay } from './words';

export function IndexPage({ air: { state } }: { air: Air }) {
  const say = useSay();
  const origin = useOrigin();
  const { id, name } = state.rundown;
  const alone = isAlone(origin);
  return (
    <main className="index">
      <header>
        <h1>{name}</h1>
        <p>{say(alone ? 'index.alone' : 'index.words')}</p>
      </header>
      <ul>
        {VIEWS.map((view) => {
          const address = `${origin}/view/${view}/${id}`;
          return (
            <li key={view}>
              {!alone && <Qr text={address} label={say('index.qr', { view: say(`view.${view}`) })} />}
              <div>
                <h2>
                  <a href={`/view/${view}/${id}`}>{say(`view.${view}`)}</a>
                </h2>
                <p>{say(`about.${view}`)}</p>
                <p className="address">{address}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </main>
  );
}

/** Good on this machine only: a phone that scans it comes to itself. */
const isAlone = (origin: string): boolean => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(origin);

/** An address by which others reach the station: this page's own, unless it is only good on this machine. */
function useOrigin(): string {
  const [addresses, setAddresses] = useState<string[]>([]);
  useEffect(() => {
    client.station.info().then(
      (info) => setAddresses(info.addresses),
      () => {},
    );
  }, []);
  return reachable(location.origin, addresses);
}
