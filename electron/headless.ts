/** Plain Node entry: reads flags, starts the station, says where it listens, stops it in order. */
import { resolve } from 'node:path';
import { type Channel, openChannel } from './channel';
import { CannotStart } from './contract/failure';
import { type Station, startStation } from './core/station';
import { dataDirOf, readFlags, type StationFlags, USAGE, UsageError } from './flags';

const channel = openChannel();
let running: Station | null = null;
let stopping = false;

try {
  const flags = readFlags(process.argv.slice(2), process.env);
  if (flags.help) process.stdout.write(`${USAGE}\n`);
  else {
    stopWhenAsked();
    await serve(flags);
  }
} catch (fault) {
  refuse(fault);
}

async function serve(flags: StationFlags): Promise<void> {
  running = await startStation({
    dataDir: dataDirOf(flags),
    port: flags.port,
    againOn: flags.againOn,
    host: flags.host ?? '127.0.0.1',
    demo: flags.demo,
    rendererDir: resolve(import.meta.dirname, '../renderer'),
  });
  process.stdout.write(`Suar listening on ${running.address}\n`);
  channel.send({ type: 'ready', address: running.address });
  running.onLanguage((language) => channel.send({ type: 'language', language }));
  if (flags.desktop) openWindows(running, channel, flags.demo);
  else printFirstRun(running);
}

/** Windows get one-time addresses over the private channel, which no other program can read. */
function openWindows(station: Station, to: Channel, demo: boolean): void {
  const openConsole = () => to.send({ type: 'open', what: 'console', url: station.desktopAddress() });
  openConsole();
  if (demo) void station.demoDisplayAddress().then((url) => url && to.send({ type: 'open', what: 'display', url }));
  to.listen((message) => {
    if (message.type === 'openConsole') openConsole();
  });
}

function printFirstRun(station: Station): void {
  const address = station.firstRunAddress();
  if (address) process.stdout.write(`First start: make the administrator at ${address}\n`);
}

/** From the first moment: one that is asked while it starts has nothing to finish, since every commit is whole. */
function stopWhenAsked(): void {
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void Promise.resolve(running?.stop()).finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  channel.listen((message) => message.type === 'stop' && stop());
}

/** A person's mistake or a machine's state gets a sentence; only a fault of ours gets its stack. */
function refuse(fault: unknown): void {
  const usage = fault instanceof UsageError;
  const known = usage || fault instanceof CannotStart;
  const message = fault instanceof Error ? (known ? fault.message : (fault.stack ?? fault.message)) : String(fault);
  process.stderr.write(usage ? `${message}\n${USAGE}\n` : `${message}\n`);
  channel.send({ type: 'cannotStart', message, reason: fault instanceof CannotStart ? fault.reason : null });
  process.exitCode = usage ? 2 : 1;
  // Rooms that had begun hold timers: the process would never end by itself. The wait lets the words out.
  setTimeout(() => process.exit(), 200);
}
