/** The network between a browser and a station, as a relay on this machine that can be cut and mended. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire {
  /** What a browser is given instead of the station's own. */
  origin: string;
  /** Breaks what is under way and refuses the rest. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** To the station at this port. */
export async function layWire(port: number): Promise<Wire> {
  const ends = new Set<Socket>();
  let whole = true;
  const hold = (end: Socket) => {
    ends.add(end);
    end.once('close', () => ends.delete(end)).on('error', () => end.destroy());
  };
  const server = createServer((near) => {
    hold(near);
    if (!whole) return near.destroy();
    const far = connect(port, '127.0.0.1');
    hold(far);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    whole = false;
    for (const end of ends) end.destroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
