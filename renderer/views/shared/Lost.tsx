import { useSay } from '../words';

/** The station is silent: the countdown goes on by this machine's clock. */
export function Lost() {
  const say = useSay();
  return (
    <p className="lost" role="status">
      {say('lost')}
    </p>
  );
}
